import { randomBytes } from "node:crypto";

/** Of this run's servers; a test process that knows them can seal, and sign somebody in, as the server does. */
export const SECRETS = {
  NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
  MASTER_KEY: randomBytes(32).toString("base64"),
};
