import { visitorOf, forgottenVisitorCookies } from "@/app/_doors/visitor";
import { refuseCrossSite } from "@/app/_doors/read-request";
import { cookieRoute } from "@/app/_doors/cookie-route";
import { readChatPage } from "@/app/_doors/chat-page";

export const GET = cookieRoute(async (request) => ({ body: await readChatPage(await visitorOf(request)) }));

/** Quick exit: this device forgets; what was written is kept for the people who help. */
export const DELETE = cookieRoute(async (request) => {
  refuseCrossSite(request);
  return { body: undefined, cookies: forgottenVisitorCookies() };
});
