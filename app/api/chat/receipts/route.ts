import { visitorRoute } from "@/app/_doors/visitor-route";
import { VisitorReceiptsInput } from "@/lib/contract/inputs";
import { recordReceipts } from "@/lib/conversations/record-receipts";

export const PUT = visitorRoute(VisitorReceiptsInput, "conversation.write-as-visitor", recordReceipts);
