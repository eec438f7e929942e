import { startTestCluster } from "@/lib/testing/database";

/** One build, one throw-away cluster with a migrated template; each worker's server then gets a clone. */
export default async function setup(): Promise<() => Promise<void>> {
  // Plain JavaScript, shared with `npm start`.
  const { ensureBuilt } = (await import("../build.mjs")) as { ensureBuilt: () => Promise<boolean> };
  if (!(await ensureBuilt())) throw new Error("The build failed; what it said stands above.");
  const cluster = await startTestCluster();
  return cluster.drop;
}
