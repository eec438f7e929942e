import { expect, test } from "vitest";
import { NoteInput, OlderMessagesInput, SignInInput, VisitorMessageInput } from "./inputs";

const ID = "01930000-0000-7000-8000-000000000001";
const said = (text: string) => VisitorMessageInput.safeParse({ clientId: ID, text }).data?.text;

test.each([
  ["NUL, which PostgreSQL's text cannot hold", "a\u0000b", "ab"],
  ["half an emoji, which UTF-8 cannot hold", "a\ud83d", "a\ufffd"],
  ["the other half", "\ude42b", "\ufffdb"],
  ["a whole one", "🙂", "🙂"],
  ["direction marks, which people do use", "\u202Eabc", "\u202Eabc"],
])("what cannot be stored is replaced before it is stored, so that a repeat of it is the same: %s", (_, sent, kept) => {
  expect(said(sent)).toBe(kept);
  expect(said(kept)).toBe(kept);
});

test.each([" \n\t", "\u0000", "", "x".repeat(4097)])("no message: %j", (text) => {
  expect(said(text)).toBeUndefined();
});

test("numbers stay within what the database can count", () => {
  const older = (before: unknown) => OlderMessagesInput.safeParse({ conversationId: ID, before }).success;
  expect(older("5")).toBe(true);
  for (const before of ["0", "1.5", "3000000000", "1e300", "NaN", ["1", "2"], {}])
    expect(older(before), String(before)).toBe(false);
});

test("what is typed into a sign-in form never reaches the database as something that it refuses", () => {
  expect(SignInInput.parse({ email: "a\u0000@b\ud800", password: "x" }).email).toBe("a@b\ufffd");
});

test("an inherited name is no field", () => {
  const sent = JSON.parse(`{"__proto__": {"text": "inherited"}, "conversationId": "${ID}", "clientId": "${ID}"}`) as unknown;
  expect(NoteInput.safeParse(sent).success).toBe(false);
  expect(({} as { text?: string }).text).toBeUndefined();
});
