import { cookieRoute } from "@/app/_doors/cookie-route";
import { refuseCrossSite } from "@/app/_doors/read-request";
import { forgottenVisitorCookies, visitorOf } from "@/app/_doors/visitor";
import { now } from "@/lib/core/clock";
import { contextFor } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { readChat } from "@/lib/inbox/read-chat";

/** Open to everybody: without a cookie there is no conversation to show. */
export const GET = cookieRoute(async (request) => ({
  body: await readChat(contextFor(means(), (await visitorOf(request)) ?? { kind: "nobody" }, now())),
}));

/** Quick exit: this device forgets; what was written is kept for the people who help. */
export const DELETE = cookieRoute(async (request) => {
  refuseCrossSite(request);
  return { body: undefined, cookies: forgottenVisitorCookies() };
});
