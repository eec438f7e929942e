import { z } from "zod";
import { route } from "@/app/_doors/route";

/** The process answers; whether the house is in order is /api/ready. */
export const GET = route(z.object({}), "public", async () => ({ status: "ok" }));
