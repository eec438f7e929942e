// Apart from inputs.ts, so that a screen that counts characters does not ship the schemas (and zod) with it.

/** Characters of one message; Messenger allows 2,000 and WhatsApp 4,096, the web chat as much as the latter. */
export const MESSAGE_LIMIT = 4096;
export const NOTE_LIMIT = 8000;
