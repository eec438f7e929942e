import { z } from "zod";
import { route } from "@/app/_doors/route";
import { readDesk } from "@/lib/inbox/read-desk";

export const GET = route(z.object({}), "desk.open", readDesk);
