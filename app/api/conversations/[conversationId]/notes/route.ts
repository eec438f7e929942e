import { route } from "@/app/_doors/route";
import { NoteInput } from "@/lib/contract/inputs";
import { addNote } from "@/lib/conversations/add-note";

export const POST = route(NoteInput, "conversation.note", addNote, 201);
