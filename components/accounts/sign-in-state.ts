import type { Problem } from "@/lib/contract/refusals";

/** What one attempt answers to the form; a successful one answers with another page. */
export interface SignInState {
  /** Tells two equal answers apart. */
  attempt: number;
  step: "password" | "code";
  email: string;
  problem: Pick<Problem, "code" | "requestId" | "details"> | null;
}

export const FIRST_ATTEMPT: SignInState = { attempt: 0, step: "password", email: "", problem: null };

export interface DemoChoice {
  email: string;
  name: string;
  roles: string;
}
