/** What a door needs of a request. A `Request` has it; the fast lane gives it without building one. */
export interface DoorRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null;
}

/** What a door answers, before it becomes a `Response`. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

export function responseOf({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
