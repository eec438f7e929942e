import { parseArgs } from "node:util";
import { z } from "zod";
import { createApiKey } from "@/lib/accounts/create-api-key";
import { createUser } from "@/lib/accounts/create-user";
import { listUsers } from "@/lib/accounts/list-users";
import { resetPassword } from "@/lib/accounts/reset-password";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { rotateMasterKey } from "@/lib/accounts/rotate-master-key";
import { verifyAuditLog } from "@/lib/audit/verify-audit-log";
import { API_SCOPES } from "@/lib/contract/api-scopes";
import { CreateApiKeyInput, CreateUserInput, ResetPasswordInput } from "@/lib/contract/inputs";
import { LANGUAGES, ROLES, SKILLS } from "@/lib/contract/roles";
import type { Context } from "@/lib/core/context";
import { NotFound, Refusal } from "@/lib/core/errors";

export const USAGE = `npm run admin -- <command>

  create-user     --email E --name N --roles R,R [--skills S,S] [--languages L,L] [--capacity N] [--volunteer] [password]
  reset-password  --email E [--second-factor] [password]      --second-factor forgets a lost authenticator app too
  list-users
  create-key      --name N --scopes S,S                        prints the key once, as the last word
  rotate-keys                                                  after a new MASTER_KEY, with the old one in MASTER_KEY_PREVIOUS
  verify-audit    [--expect HEAD]                              recomputes the chain; HEAD is what an earlier run printed

  [password]  nothing: asked for · --password-stdin: the first line of the input · --generate-password: made and printed once
  roles       ${ROLES.join(" ")}
  skills      ${SKILLS.join(" ")}
  languages   ${LANGUAGES.join(" ")}
  scopes      ${API_SCOPES.join(" ")}

Exit: 0 done · 1 refused or failed · 2 not understood · 3 the audit log has been tampered with
`;

export interface Terminal {
  say: (line: string) => void;
  complain: (line: string) => void;
  /** From a person, unseen, or the first line of the input. */
  readPassword: (from: "person" | "stdin") => Promise<string>;
  makePassword: () => string;
}

const PASSWORD = { "password-stdin": { type: "boolean" }, "generate-password": { type: "boolean" } } as const;
const text = { type: "string" } as const;
const list = (value: string | undefined) => value?.split(",").map((each) => each.trim());

type Command = (ctx: Context, args: string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Record<string, Command> = {
  "create-user": async (ctx, args, terminal) => {
    const options = { email: text, name: text, roles: text, skills: text, languages: text, capacity: text } as const;
    const { values } = parseArgs({ args, options: { ...options, volunteer: { type: "boolean" }, ...PASSWORD } });
    const { password, made } = await passwordFor(values, terminal);
    const input = CreateUserInput.parse({
      email: values.email,
      name: values.name,
      roles: list(values.roles),
      skills: list(values.skills),
      languages: list(values.languages),
      capacity: values.capacity === undefined ? undefined : Number(values.capacity),
      employment: values.volunteer ? "volunteer" : undefined,
      password,
    });
    await createUser(ctx, input);
    terminal.say(`Account made: ${input.email} (${input.roles.join(", ")}).`);
    if (made) terminal.say(`Password, shown once: ${password}`);
    return 0;
  },
  "reset-password": async (ctx, args, terminal) => {
    const { values } = parseArgs({ args, options: { email: text, "second-factor": { type: "boolean" }, ...PASSWORD } });
    const email = z.string({ error: "--email is needed" }).parse(values.email).trim().toLowerCase();
    const user = (await listUsers(ctx)).find((each) => each.email === email);
    if (!user) throw new NotFound();
    const { password, made } = await passwordFor(values, terminal);
    await resetPassword(ctx, ResetPasswordInput.parse({ userId: user.id, password }));
    if (values["second-factor"]) await resetSecondFactor(ctx, { userId: user.id });
    terminal.say(`New password for ${email}; every session has ended.`);
    if (made) terminal.say(`Password, shown once: ${password}`);
    return 0;
  },
  "list-users": async (ctx, args, { say }) => {
    parseArgs({ args, options: {} });
    for (const user of await listUsers(ctx)) {
      const state = user.deactivatedAt === null ? "active" : "deactivated";
      const factor = user.secondFactor ? "second factor" : "-";
      say([user.email.padEnd(40), user.roles.join(",").padEnd(24), state.padEnd(11), factor.padEnd(13), user.name].join("  "));
    }
    return 0;
  },
  "create-key": async (ctx, args, { say }) => {
    const { values } = parseArgs({ args, options: { name: text, scopes: text } });
    const { key } = await createApiKey(ctx, CreateApiKeyInput.parse({ name: values.name, scopes: list(values.scopes) }));
    say(`Key for ${values.name} (${values.scopes}), shown once: ${key}`);
    return 0;
  },
  "rotate-keys": async (ctx, args, { say }) => {
    parseArgs({ args, options: {} });
    const count = await rotateMasterKey(ctx, (done) => say(`${done} keys re-wrapped …`));
    say(`Done: ${count} keys were re-wrapped; every one is now under the current master key.`);
    say("Once every server and worker runs with the new MASTER_KEY, run this again; at 0 keys, take MASTER_KEY_PREVIOUS away.");
    return 0;
  },
  "verify-audit": async (ctx, args, { say, complain }) => {
    const { values } = parseArgs({ args, options: { expect: text } });
    const verdict = await verifyAuditLog(ctx, values.expect ?? null);
    const { links, entries, unsealed, head, breaks, expectedFound } = verdict;
    say(`${entries} entries under ${links} links; ${unsealed} not linked yet.`);
    for (const { link, after, upto, why } of breaks)
      complain(`Link ${link} does not hold: ${why}, somewhere after ${after} up to ${upto}.`);
    if (expectedFound === false)
      complain("The expected head is not a link of this chain: the end of the log was cut off or rewritten.");
    if (breaks.length > 0 || expectedFound === false) return 3;
    say("The chain holds. Keep this head elsewhere, for --expect of a later run:");
    say(head);
    return 0;
  },
};

/** Runs one command. @returns the exit code */
export async function runAdmin(ctx: Context, [name = "", ...args]: string[], terminal: Terminal): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.complain(USAGE);
    return 2;
  }
  try {
    return await command(ctx, args, terminal);
  } catch (error) {
    if (error instanceof z.ZodError) {
      for (const issue of error.issues) terminal.complain(`${issue.path.join(".") || name}: ${issue.message}`);
      return 2;
    }
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      terminal.complain(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof Refusal) {
      terminal.complain(`Refused: ${error.code}`);
      return 1;
    }
    throw error;
  }
}

async function passwordFor(
  values: { "password-stdin"?: boolean; "generate-password"?: boolean },
  terminal: Terminal,
): Promise<{ password: string; made: boolean }> {
  if (values["generate-password"]) return { password: terminal.makePassword(), made: true };
  return { password: await terminal.readPassword(values["password-stdin"] ? "stdin" : "person"), made: false };
}
