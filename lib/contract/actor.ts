import type { Role, Skill } from "./roles";

/** Who acts. Doors make actors; verbs ask the permission sheet about them. */
export type Actor =
  | {
      kind: "staff";
      id: string;
      name: string;
      roles: readonly Role[];
      skills: readonly Skill[];
      sessionId: string;
      secondFactorMissing: boolean;
    }
  | { kind: "visitor"; contactId: string }
  | { kind: "bot" }
  | { kind: "system"; name: string }
  | { kind: "key"; id: string; scopes: readonly string[] }
  | { kind: "nobody" };

export type StaffActor = Extract<Actor, { kind: "staff" }>;
