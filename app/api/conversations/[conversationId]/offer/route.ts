import { route } from "@/app/_doors/route";
import { AnswerOfferInput } from "@/lib/contract/inputs";
import { answerOffer } from "@/lib/routing/answer-offer";

export const PUT = route(AnswerOfferInput, "conversation.answer-offer", answerOffer);
