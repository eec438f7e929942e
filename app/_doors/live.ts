import type { IncomingMessage, Server } from "node:http";
import { recordHeartbeat } from "@/lib/accounts/record-heartbeat";
import { clientAddress } from "@/lib/core/client-address";
import { now } from "@/lib/core/clock";
import { config } from "@/lib/core/config";
import { contextFor } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { attachGateway } from "@/lib/realtime/gateway";
import { Tail } from "@/lib/realtime/tail";
import { actorFromCookies } from "./session";
import { visitorFromCookies } from "./visitor";

/** The socket's door: who may connect is asked of the same cookies as everywhere else. */
export async function attachLive(server: Server): Promise<{ close: () => Promise<void> }> {
  const { appUrl, databaseUrl, trustedProxies } = config();
  const { db, vault } = means();
  const tail = new Tail({ db, url: databaseUrl! });
  const gateway = attachGateway(server, {
    db,
    vault,
    tail,
    now,
    appUrl,
    addressOf: (request: IncomingMessage) => clientAddress(request, trustedProxies),
    // A socket connects and re-checks by itself: that nobody did anything for two hours must still end the session.
    authenticateDesk: (cookie) => actorFromCookies(cookie, false),
    authenticateVisitor: visitorFromCookies,
    heartbeat: (actor) => recordHeartbeat(contextFor({ db, vault }, actor, now())),
  });
  await tail.start();
  return {
    close: async () => {
      await gateway.close();
      await tail.close();
    },
  };
}
