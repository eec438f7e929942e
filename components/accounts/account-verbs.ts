import type { AccountView } from "@/lib/contract/accounts";
import type { Language, Role, Skill } from "@/lib/contract/roles";
import type { Answer } from "./answers";

/** What an administrator can do to accounts; the page gives the server actions. */
export interface AccountVerbs {
  create: (
    input: AccountFields & { email: string; password: string; employment: AccountView["employment"] },
  ) => Promise<Answer<{ id: string }>>;
  changeRoles: (input: { userId: string; roles: Role[]; skills: Skill[] }) => Promise<Answer>;
  changeWork: (input: { userId: string; name: string; languages: Language[]; capacity: number }) => Promise<Answer>;
  deactivate: (input: { userId: string }) => Promise<Answer>;
  reactivate: (input: { userId: string }) => Promise<Answer>;
  resetPassword: (input: { userId: string; password: string }) => Promise<Answer>;
  resetSecondFactor: (input: { userId: string }) => Promise<Answer>;
  endSessions: (input: { userId: string }) => Promise<Answer<number>>;
}

/** What both creating and changing an account ask for. */
export interface AccountFields {
  name: string;
  roles: Role[];
  skills: Skill[];
  languages: Language[];
  capacity: number;
}
