import type { Language, Role, Skill } from "./roles";
import type { Instant } from "./views";

/** One place where somebody is signed in. */
export interface SessionView {
  id: string;
  /** Browser and system, as words. */
  device: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  /** The one that asks. */
  current: boolean;
}

/** One's own account, as /account shows it. */
export interface OwnAccountView {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  skills: Skill[];
  /** False where an identity provider alone signs this person in. */
  hasPassword: boolean;
  secondFactor: { confirmedAt: Instant | null; recoveryCodesLeft: number; required: boolean };
  sessions: SessionView[];
}

/** An account, as administrators see it. */
export interface AccountView {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  skills: Skill[];
  languages: Language[];
  capacity: number;
  employment: "employee" | "volunteer";
  demo: boolean;
  createdAt: Instant;
  deactivatedAt: Instant | null;
  secondFactor: boolean;
  lastSeenAt: Instant | null;
}

/** What an authenticator app needs, once. */
export interface SecondFactorOffer {
  /** For typing by hand. */
  secret: string;
  /** For the QR code. */
  uri: string;
}
