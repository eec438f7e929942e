import { cookieRoute } from "@/app/_doors/cookie-route";
import { refuseCrossSite } from "@/app/_doors/read-request";
import { newVisitorCookies, visitorIdentity } from "@/app/_doors/visitor";

/** Gives the device an identity before its first word, so that a first message whose answer was lost is not stored twice. */
export const POST = cookieRoute(async (request) => {
  refuseCrossSite(request);
  const known = visitorIdentity(request.headers.get("cookie")) !== null;
  return known ? { body: undefined } : { body: undefined, cookies: newVisitorCookies() };
});
