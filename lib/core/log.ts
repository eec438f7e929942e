import pino from "pino";
import { logLevel } from "./config";

/**
 * The logger carries ids only. Content never reaches it: the fields that could hold some are removed, whatever a caller passes.
 */
export const log = pino({
  level: logLevel(),
  redact: {
    paths: [
      "text",
      "body",
      "email",
      "password",
      "name",
      "*.text",
      "*.body",
      "*.email",
      "*.password",
      "req.headers",
      "err.config",
    ],
    remove: true,
  },
  serializers: {
    // The message of an unknown error may quote a value (a duplicate key, a parse error): its kind and place are enough.
    err: (error: unknown) =>
      error instanceof Error
        ? {
            type: error.name,
            code: (error as { code?: unknown }).code,
            stack: error.stack
              ?.split("\n")
              .filter((line) => /^\s+at /.test(line))
              .slice(0, 12),
          }
        : { type: typeof error },
  },
});
