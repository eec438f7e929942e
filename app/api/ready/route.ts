import { means } from "@/lib/core/means";
import { readReadiness } from "@/lib/core/readiness";

/** Public: says which part fails, nothing else. */
export async function GET(): Promise<Response> {
  const readiness = await readReadiness(means().db);
  return Response.json(
    { status: readiness.ready ? "ready" : "not-ready", ...readiness.parts },
    { status: readiness.ready ? 200 : 503 },
  );
}
