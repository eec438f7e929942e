import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { REFUSALS } from "@/lib/contract/refusals";
import type { Problem } from "@/lib/contract/refusals";
import { actions } from "@/lib/testing/authorisation-doors";
import { PASSWORD } from "./people";
import type { Row } from "./authorisation-table";
import { SECRET, WHO, type Subject, type Who, type World } from "./authorisation-world";

/** What became of a knock: the word of the table, and all that the answer said. */
export interface Outcome {
  word: string;
  said: string;
}

type Input = Record<string, unknown>;
type MakeInput = (about: { world: World; who: Who; subject: Subject | null }) => Input | Promise<Input>;

const clientId = () => ({ clientId: randomUUID() });
const subjectId: MakeInput = ({ world }) => ({ userId: world.subject!.id });
const password = "un autre mot de passe";

/** What would be accepted from whoever may. Ids in the address are filled in from the subject. */
const INPUTS: Record<string, MakeInput> = {
  "POST /api/chat/messages": () => ({ ...clientId(), text: "bonjour" }),
  "POST /api/chat/person": clientId,
  "GET /api/chat/messages": () => ({ before: 3 }),
  "PUT /api/chat/receipts": () => ({ delivered: 1, read: 1 }),
  "POST /api/chat/feedback": () => ({ helped: true, again: null }),
  "PUT /api/presence": () => ({ presence: "available" }),
  "POST /api/assignments": ({ world, subject }) => ({
    conversationIds: [subject!.conversationId],
    toUserId: world.person("other").id,
    reason: "essai",
  }),
  "GET /api/conversations/[conversationId]/messages": () => ({ before: 3 }),
  "POST /api/conversations/[conversationId]/messages": () => ({ ...clientId(), text: "bonjour" }),
  "POST /api/conversations/[conversationId]/notes": () => ({ ...clientId(), text: "note" }),
  "PUT /api/conversations/[conversationId]/draft": () => ({ mode: "reply", text: "brouillon" }),
  "PUT /api/conversations/[conversationId]/read": () => ({ seq: 1 }),
  "DELETE /api/conversations/[conversationId]/assignment": () => ({ reason: "essai" }),
  "PUT /api/conversations/[conversationId]/offer": () => ({ accept: true }),
  "POST /api/conversations/[conversationId]/relay": () => ({ brief: "essai", toSkill: "legal" }),
  "POST /api/conversations/[conversationId]/danger": () => ({ level: "F3" }),
  "POST /api/conversations/[conversationId]/danger lower": () => ({ level: "F1", reason: "essai" }),
  "PUT /api/conversations/[conversationId]/tags": () => ({ axis: "motif", code: "horschamp.erreur" }),
  "DELETE /api/conversations/[conversationId]/tags": () => ({ axis: "motif", code: "horschamp.test" }),
  "action revokeSessionAction": async ({ world }) => ({ sessionId: await world.sessionOf(world.person("owner")) }),
  "action revokeOthersAction": ({ world }) => ({ userId: world.person("owner").id }),
  "action changePasswordAction": () => ({ current: "pas le bon", next: password }),
  "action confirmAction": () => ({ code: "000000" }),
  "action proveAction": () => ({ code: "000000" }),
  "action disableAction": () => ({ code: "000000" }),
  "action createUserAction": () => ({ email: `${randomUUID()}@test.example`, name: "Nouveau", roles: ["listener"], password }),
  "action changeRolesAction": ({ world }) => ({ userId: world.subject!.id, roles: ["listener"], skills: ["listening"] }),
  "action changeWorkAction": ({ world }) => ({ userId: world.subject!.id, name: "Sujet", languages: ["fr"], capacity: 2 }),
  "action deactivateAction": subjectId,
  "action reactivateAction": subjectId,
  "action resetPasswordAction": ({ world }) => ({ userId: world.subject!.id, password }),
  "action resetSecondFactorAction": subjectId,
  "action endSessionsAction": subjectId,
};

/** Everybody knocks at the door of a row. Who is to be let in finds a subject that nobody has touched; the others share one. */
export async function knockAll(world: World, row: Row): Promise<(readonly [Who, Outcome])[]> {
  const { state, cells } = row;
  const fresh = async () => (state === null ? null : world.conversation(state));
  const shared = await fresh();
  const reads = /^(page|GET) /.test(row.door);
  const knockAs = async (who: Who) =>
    [who, await knock(world, row, who, reads || /^(401|403|404|2f)$/.test(cells[who]) ? shared : await fresh())] as const;
  if (row.door !== "action signInAction") return Promise.all(WHO.map(knockAs));
  // Many attempts of one account at the same moment are slowed down, rightly.
  const outcomes = [];
  for (const who of WHO) outcomes.push(await knockAs(who));
  return outcomes;
}

async function knock(world: World, row: Row, who: Who, subject: Subject | null): Promise<Outcome> {
  const cookie = await world.cookieOf(who, subject);
  const make = INPUTS[row.variant === "lower" ? `${row.door} lower` : row.door];
  const input = (await make?.({ world, who, subject })) ?? {};
  const [kind = "", name = ""] = row.door.split(" ");
  const response =
    kind === "action"
      ? await act(world, name, input, cookie)
      : await request(world.house.origin, kind === "page" ? "GET" : kind, name, input, subject, cookie);
  return outcomeOf(response, await response.text());
}

async function request(origin: string, method: string, route: string, input: Input, subject: Subject | null, cookie: string) {
  const url = new URL(addressOf(method, route, subject), origin);
  const about = subject !== null && !route.includes("[") ? { conversationId: subject.conversationId, ...input } : input;
  if (method === "GET") for (const [key, value] of Object.entries(about)) url.searchParams.set(key, String(value));
  return fetch(url, {
    method,
    redirect: "manual",
    headers: { cookie, origin, "content-type": "application/json" },
    body: method === "GET" ? undefined : JSON.stringify(about),
  });
}

/** "/inbox/[[...conversation]]" → "/inbox", or "/inbox/<id>" with a subject. */
function addressOf(method: string, route: string, subject: Subject | null): string {
  return route
    .replace("/[[...conversation]]", subject ? `/${subject.conversationId}` : "")
    .replace("[conversationId]", subject?.conversationId ?? "")
    .replace("[...nextauth]", method === "GET" ? "session" : "callback/credentials");
}

/** A server action as the browser calls it: the id from the build, the arguments in React's own wire format. */
async function act({ house: { origin }, people }: World, name: string, input: Input, cookie: string): Promise<Response> {
  const { id, page } = actionIds().get(name) ?? { id: "", page: "/" };
  const form = new FormData();
  form.set("email", people.get("owner")!.email);
  form.set("password", PASSWORD);
  const body = await encodeReply(
    name === "signInAction" ? [{ attempt: 0, step: "password", email: "", problem: null }, form] : [input],
  );
  return fetch(origin + page, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie,
      origin,
      accept: "text/x-component",
      "next-action": id,
      ...(typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {}),
    },
    body,
  });
}

const { encodeReply } = createRequire(import.meta.url)("next/dist/compiled/react-server-dom-turbopack/client.node") as {
  encodeReply: (args: unknown[]) => Promise<string | FormData>;
};

interface Manifest {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
}

/** The actions of the build: their ids, and a page that has them. */
export function actionIds(): Map<string, { id: string; page: string }> {
  const manifest = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, "../.next/server/server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, filename, workers }]) => {
      const page = Object.keys(workers)[0]!
        .replace(/^app/, "")
        .replace(/\/page$/, "")
        .replace(/\/\([^)]*\)/g, "")
        .replace("/[[...conversation]]", "");
      // A function inside a component has no exported name.
      const inner = actions()
        .find((door) => door.file === filename && door.made === "")
        ?.name.replace("action ", "");
      return [exportedName.startsWith("$$") ? (inner ?? exportedName) : exportedName, { id, page: page || "/" }];
    }),
  );
}

const NAMES: Partial<Record<string, string>> = {
  "not-signed-in": "401",
  forbidden: "403",
  "not-found": "404",
  "second-factor-required": "2f",
} satisfies Partial<Record<keyof typeof REFUSALS, string>>;

function outcomeOf(response: Response, said: string): Outcome {
  const to = response.headers.get("location") ?? response.headers.get("x-action-redirect")?.split(";")[0];
  if (to) {
    const { pathname } = new URL(to, "http://here.invalid");
    return {
      said,
      word: pathname === "/account/second-factor" ? "2f" : `→${pathname.replace(/^\/api\/auth\/signin$/, "/sign-in")}`,
    };
  }
  const code = problemIn(response, said)?.code;
  if (code !== undefined) return { said, word: NAMES[code] ?? code };
  const refused = /"ok":false,"code":"([\w-]+)"/.exec(said)?.[1];
  if (refused) return { said, word: refused };
  return { said, word: response.ok ? "ok" : String(response.status) };
}

function problemIn(response: Response, said: string): Pick<Problem, "code"> | null {
  if (response.headers.get("content-type")?.includes("problem+json")) return JSON.parse(said) as Problem;
  const action = /^1:(\{.*"problem":\{.*)$/m.exec(said)?.[1];
  return action ? (JSON.parse(action) as { problem: Problem }).problem : null;
}

/** What no answer may carry: another person's words unless they were allowed, a stack, an SQL text. */
export function leaksIn({ word, said }: Outcome, mayRead: boolean): string[] {
  const inside = [/\n\s+at .+:\d+:\d+/, /\b(select|insert into|update) .+ (from|values|set) /i, /prisma/i, /node_modules/];
  const found = inside.filter((pattern) => pattern.test(said)).map(String);
  if (said.includes(SECRET) && !(mayRead && word === "ok")) found.push("the visitor's words");
  return found;
}
