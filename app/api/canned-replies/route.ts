import { z } from "zod";
import { route } from "@/app/_doors/route";
import { readCannedReplies } from "@/lib/inbox/read-canned-replies";

export const GET = route(z.object({}), "desk.open", readCannedReplies);
