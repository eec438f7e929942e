import NextAuth from "next-auth";
import { authOptions } from "@/app/_doors/auth";
import { clientOf } from "@/app/_doors/client";
import type { Problem } from "@/lib/contract/refusals";

/** next-auth's own doors: public, since they are the way in; it checks its CSRF token itself. */
async function auth(request: Request, place: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  let problem: Problem | null = null;
  const options = authOptions(
    clientOf((name) => request.headers.get(name)),
    (refused) => (problem = refused),
  );
  const answer = (await NextAuth(request as never, place as never, options)) as Response;
  return problem === null ? answer : refusedAnswer(answer, problem);
}

/** A script learns how long to wait, as from every other door; a form's redirect stays a redirect. */
function refusedAnswer(answer: Response, { status, details }: Problem): Response {
  const headers = new Headers(answer.headers);
  if (typeof details?.retryAfterSeconds === "number") headers.set("retry-after", String(details.retryAfterSeconds));
  return new Response(answer.body, { status: headers.has("location") ? answer.status : status, headers });
}

export { auth as GET, auth as POST };
