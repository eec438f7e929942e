import { z } from "zod";
import { DANGER_LEVELS, DANGER_QUESTIONS } from "./danger";
import { MESSAGE_LIMIT, NOTE_LIMIT } from "./limits";
import { API_SCOPES } from "./api-scopes";
import { CHANNELS, LANGUAGES, ROLES, SKILLS, SOURCES } from "./roles";

/** Every input of a door, parsed once, by one schema, used by form, door and verb. Unknown fields are dropped. */

const id = z.uuid();
const ids = z.array(id).min(1).max(200);
const seq = z.int().min(0).max(1_000_000);
/**
 * What cannot be stored is replaced here: U+0000 carries no meaning, and half an emoji (cut off by a keyboard) is no UTF-8. Stored
 * otherwise than it was read, it would make a repeat of the same message look like another one.
 */
const storable = (value: string) => value.replaceAll("\u0000", "").toWellFormed();
const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform(storable)
    .pipe(z.string().refine((value) => value.trim() !== "", "empty"));
const language = z.enum(LANGUAGES);
const reason = text(1000);
const axisCode = z.string().regex(/^[a-z0-9][a-z0-9.<>=+-]{0,79}$/);

const conversation = { conversationId: id };

// --- the visitor ---
export const VisitorMessageInput = z.object({
  clientId: id,
  text: text(MESSAGE_LIMIT),
  quickReply: z.string().max(200).optional(),
  language: language.default("fr"),
  source: z.enum(SOURCES).optional(),
});
export const AskForPersonInput = z.object({ clientId: id, language: language.default("fr"), source: z.enum(SOURCES).optional() });
export const VisitorReceiptsInput = z.object({ ...conversation, delivered: seq, read: seq });
export const EndChatInput = z.object({ ...conversation });
export const FeedbackInput = z.object({ ...conversation, helped: z.boolean().nullable(), again: z.boolean().nullable() });
export const OlderMessagesInput = z.object({ ...conversation, before: z.coerce.number().pipe(seq.min(1)) });

// --- the desk ---
export const ConversationInput = z.object(conversation);
export const ReplyInput = z.object({ ...conversation, clientId: id, text: text(MESSAGE_LIMIT) });
export const NoteInput = z.object({ ...conversation, clientId: id, text: text(NOTE_LIMIT) });
export const MarkReadInput = z.object({ ...conversation, seq });
export const DraftInput = z.object({
  ...conversation,
  mode: z.enum(["reply", "note"]),
  text: z.string().max(NOTE_LIMIT).transform(storable),
});
export const AnswerOfferInput = z.object({ ...conversation, accept: z.boolean() });
export const ReleaseInput = z.object({ ...conversation, reason });
export const RelayInput = z
  .object({
    ...conversation,
    brief: text(4000),
    toUserId: id.nullable().default(null),
    toSkill: z.enum(SKILLS).nullable().default(null),
  })
  .refine((relay) => relay.toUserId === null || relay.toSkill === null, {
    message: "a person or a skill, not both",
    path: ["toSkill"],
  });
export const CloseInput = z.object({ ...conversation, outcome: axisCode.optional() });
export const RaiseDangerInput = z.object({
  ...conversation,
  level: z.enum(DANGER_LEVELS),
  answers: z.partialRecord(z.enum(DANGER_QUESTIONS), z.boolean()).default({}),
  reason: reason.optional(),
});
export const TagInput = z.object({ ...conversation, axis: axisCode, code: axisCode });
export const ReassignInput = z.object({
  conversationIds: ids,
  toUserId: id.nullable(),
  reason,
});
export const PresenceInput = z.object({ presence: z.enum(["available", "paused"]) });

// --- accounts ---
const email = z
  .email()
  .max(254)
  .transform((value) => value.trim().toLowerCase());
/** NIST SP 800-63B: length is what counts; 12 characters at least, no composition rules. */
export const password = z.string().min(12).max(256);
export const SignInInput = z.object({
  email: z.string().max(254).transform(storable),
  password: z.string().max(256),
  code: z.string().max(32).transform(storable).optional(),
});
export const CreateUserInput = z.object({
  email,
  name: text(80),
  roles: z.array(z.enum(ROLES)).min(1),
  skills: z.array(z.enum(SKILLS)).default([]),
  languages: z.array(language).min(1).default(["fr"]),
  capacity: z.int().min(0).max(20).default(3),
  employment: z.enum(["employee", "volunteer"]).default("employee"),
  password,
});
export const ChangeRolesInput = z.object({ userId: id, roles: z.array(z.enum(ROLES)).min(1), skills: z.array(z.enum(SKILLS)) });
/** What does not touch a right: no session ends because of it. */
export const ChangeWorkInput = z.object({
  userId: id,
  name: text(80),
  languages: z.array(language).min(1),
  capacity: z.int().min(0).max(20),
});
export const UserInput = z.object({ userId: id });
export const ResetPasswordInput = z.object({ userId: id, password });
export const ChangePasswordInput = z.object({ current: z.string().max(256), next: password });
export const RevokeSessionInput = z.object({ sessionId: id });
/** Six digits of an authenticator app, or a recovery code. */
export const ConfirmSecondFactorInput = z.object({ code: z.string().trim().min(6).max(32) });
export const CreateApiKeyInput = z.object({ name: text(80), scopes: z.array(z.enum(API_SCOPES)).min(1) });
export const ApiKeyInput = z.object({ keyId: id });
export const NoInput = z.object({});

// --- shifts ---
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** "24:00" is midnight at the end of the day. */
const closingTime = z.union([localTime, z.literal("24:00")]);
export const AddShiftInput = z
  .object({ userId: id, startAt: z.iso.datetime({ offset: true }), endAt: z.iso.datetime({ offset: true }) })
  .refine((shift) => Date.parse(shift.startAt) < Date.parse(shift.endAt), { message: "ends before it starts", path: ["endAt"] });
export const ShiftInput = z.object({ shiftId: id });
export const OpeningHoursInput = z.object({
  days: z.array(z.object({ weekday: z.int().min(1).max(7), opens: localTime, closes: closingTime })).max(7),
});
/** Both times, or neither: closed all day. */
export const OpeningExceptionInput = z.object({
  date: z.iso.date(),
  hours: z.object({ opens: localTime, closes: closingTime }).nullable(),
  reason: text(200),
});

// --- settings ---
export const CannedReplyInput = z.object({
  id: id.optional(),
  shortcut: z.string().regex(/^[a-z0-9-]{1,30}$/),
  title: text(80),
  text: text(MESSAGE_LIMIT),
  language,
});

// --- history (bulk import, system only) ---
export const ImportedConversation = z.object({
  channel: z.enum(CHANNELS),
  source: z.enum(SOURCES).nullable(),
  externalId: z.string().max(200),
  language,
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime(),
  danger: z.enum(DANGER_LEVELS),
  skill: z.enum(SKILLS),
  topic: axisCode.nullable(),
  counsellorId: id.nullable(),
  messages: z
    .array(
      z.object({ at: z.iso.datetime(), from: z.enum(["visitor", "bot", "counsellor"]), text: z.string().max(MESSAGE_LIMIT) }),
    )
    .max(500),
  tags: z.array(z.object({ axis: axisCode, code: axisCode })).max(40),
});
export const ImportHistoryInput = z.object({ conversations: z.array(ImportedConversation).min(1).max(1000) });
