import type { RefusalCode } from "@/lib/contract/refusals";

type Details = Record<string, string | number | boolean | null>;

/** A typed refusal without HTTP in it: doors map the code. Details are ids and numbers, never content. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: Details = {},
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** Not there, or not yours: the same answer, so that existence is not revealed. */
export class NotFound extends Refusal {
  constructor() {
    super("not-found");
  }
}

/** Somebody else was first, or the state does not allow it. */
export class Conflict extends Refusal {}

/** The input is well formed and yet cannot be accepted: path of the field and what is wrong. */
export class Invalid extends Refusal {
  constructor(readonly fields: { path: string; message: string }[]) {
    super("invalid");
  }
}
