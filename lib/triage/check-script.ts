import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import { PLACEHOLDERS } from "./numbers";
import { PERSON, WORD_KEYS, type Script, type Step } from "./script-shape";

/** What Messenger takes: 20 characters a title, 13 quick replies; Instagram takes 1,000 characters a message. */
const TITLE_LENGTH = 20;
const REPLY_COUNT = 13;
const TEXT_LENGTH = 1000;

export interface ScriptProblem {
  code:
    | "no-start"
    | "unknown-target"
    | "dead-end"
    | "unreachable"
    | "no-person"
    | "missing-language"
    | "long-title"
    | "same-title"
    | "many-replies"
    | "long-text"
    | "unknown-placeholder"
    | "wrong-id";
  step: string;
  detail: string;
}

/** Everything wrong with a script; an empty list lets the bot start. Pure, so that an editor can call it too. */
export function checkScript(script: Script): ScriptProblem[] {
  const problems: ScriptProblem[] = [];
  for (const id of [script.start, script.menu]) if (!script.steps[id]) problems.push({ code: "no-start", step: id, detail: id });
  for (const [id, step] of Object.entries(script.steps)) problems.push(...checkStep(script, id, step));
  const reached = reachable(script);
  for (const id of Object.keys(script.steps)) {
    if (!reached.has(id)) problems.push({ code: "unreachable", step: id, detail: "no button and no words lead here" });
  }
  for (const key of WORD_KEYS) problems.push(...checkText(`words.${key}`, script.words[key]));
  return problems;
}

/** Throws with every problem in words: a bot that could leave a child without a way on must not start. */
export function assertScript(script: Script): Script {
  const problems = checkScript(script);
  if (problems.length === 0) return script;
  throw new Error(
    `The bot script is not sound:\n${problems.map(({ code, step, detail }) => `- ${step}: ${code} (${detail})`).join("\n")}`,
  );
}

function checkStep(script: Script, id: string, step: Step): ScriptProblem[] {
  const problems: ScriptProblem[] = [];
  const add = (code: ScriptProblem["code"], detail: string) => problems.push({ code, step: id, detail });
  if (step.id !== id) add("wrong-id", step.id);
  if (step.say.length === 0) add("missing-language", "says nothing");
  for (const text of step.say) problems.push(...checkText(id, text));
  if (step.replies.length > REPLY_COUNT) add("many-replies", `${step.replies.length} replies`);
  if (!step.replies.some((reply) => reply.to === PERSON)) add("no-person", "no button asks for a person");
  if (!step.replies.some((reply) => reply.to !== PERSON && reply.to !== id)) add("dead-end", "leads nowhere but to a person");
  for (const { to } of step.replies) if (to !== PERSON && !script.steps[to]) add("unknown-target", to);
  for (const language of ["fr", "en"] as const) {
    const titles = step.replies.map((reply) => reply.title[language]);
    for (const title of titles) {
      if (title.trim() === "") add("missing-language", `a button in ${language}`);
      if (title.length > TITLE_LENGTH) add("long-title", title);
    }
    for (const title of new Set(titles.filter((one, at) => titles.indexOf(one) !== at))) add("same-title", title);
  }
  return problems;
}

function checkText(step: string, text: Bilingual | undefined): ScriptProblem[] {
  const problems: ScriptProblem[] = [];
  const known: readonly string[] = [...PLACEHOLDERS, "subject"];
  for (const language of ["fr", "en"] as const) {
    const words = text?.[language] ?? "";
    if (words.trim() === "") problems.push({ code: "missing-language", step, detail: language });
    if (words.length > TEXT_LENGTH)
      problems.push({ code: "long-text", step, detail: `${words.length} characters in ${language}` });
    for (const [, name = ""] of words.matchAll(/\{([^{}]*)\}/g)) {
      if (!known.includes(name)) problems.push({ code: "unknown-placeholder", step, detail: name });
    }
  }
  return problems;
}

function reachable(script: Script): Set<string> {
  const roots = Object.values(script.steps)
    .filter((step) => step.byWords)
    .map((step) => step.id);
  const waiting = [script.start, script.menu, ...roots];
  const reached = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = script.steps[id];
    if (!step || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...step.replies.map((reply) => reply.to));
  }
  return reached;
}
