import { route } from "@/app/_doors/route";
import { TagInput } from "@/lib/contract/inputs";
import { tagCase } from "@/lib/cases/tag-case";
import { untagCase } from "@/lib/cases/untag-case";

export const PUT = route(TagInput, "conversation.tag", tagCase);
export const DELETE = route(TagInput, "conversation.tag", untagCase);
