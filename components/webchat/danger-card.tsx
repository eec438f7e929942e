import { TriangleAlert } from "lucide-react";
import type { EmergencyNumbers } from "@/lib/contract/views";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { NumbersList, URGENT_NUMBERS } from "./numbers-list";
import { useWords } from "./words";

/** Something said sounds grave: the numbers, at hand, without a verdict. */
export function DangerCard({ numbers }: { numbers: EmergencyNumbers }) {
  const words = useWords().numbers;
  return (
    <section className="mt-5 rounded border border-l-4 border-line border-l-danger-fill bg-danger-tint px-4 py-4 text-chat">
      <h2 className="flex items-center gap-2 text-chat">
        <Icon of={TriangleAlert} className="shrink-0 text-danger" />
        {words.danger}
      </h2>
      <p className="mt-1 mb-3">{fill(words.dangerText, { sms: numbers.sms })}</p>
      <NumbersList numbers={numbers} which={URGENT_NUMBERS} />
    </section>
  );
}
