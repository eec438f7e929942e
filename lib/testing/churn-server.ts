import { config } from "@/lib/core/config";
import { Vault } from "@/lib/core/vault";
import { openLiveServer } from "./live-server";

/** A server process of the churn test, to be killed. Says its port on the first line of its output. */
const { databaseUrl, masterKeys, port } = config();
const server = await openLiveServer({ url: databaseUrl!, vault: new Vault(masterKeys), now: () => new Date(), port });
process.stdout.write(`${server.origin}\n`);
process.on("SIGTERM", () => void server.close().then(() => process.exit(0)));
