import { startTestCluster } from "./database";

/** Vitest: one throw-away cluster for all integration tests; the workers inherit its address. */
export default async function setup() {
  const cluster = await startTestCluster();
  return cluster.drop;
}
