import { v7 as uuid } from "uuid";
import type { Handler } from "./door";
import { responseOf } from "./answer";
import { problemAnswer, problemOf } from "./refusal";

/** The public doors that read or set the chat cookie itself; they call no verb. A body of undefined answers 204. */
export function cookieRoute(answer: (request: Request) => Promise<{ body: unknown; cookies?: string[] }>): Handler {
  return async (request) => {
    const requestId = uuid();
    try {
      const { body, cookies = [] } = await answer(request);
      const headers = new Headers({ "cache-control": "no-store", "x-request-id": requestId });
      for (const cookie of cookies) headers.append("set-cookie", cookie);
      return body === undefined ? new Response(null, { status: 204, headers }) : Response.json(body, { headers });
    } catch (error) {
      return responseOf(problemAnswer(problemOf(error, requestId)));
    }
  };
}
