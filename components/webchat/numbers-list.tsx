import { MessageSquareText, Phone } from "lucide-react";
import type { EmergencyNumbers } from "@/lib/contract/views";
import { Icon } from "@/components/ui/icon";
import { useWords } from "./words";

type Which = keyof EmergencyNumbers;

/** Danger to life first, then who listens at night. */
export const URGENT_NUMBERS: readonly Which[] = ["police", "medical", "sms", "suicide"];
export const ALL_NUMBERS: readonly Which[] = ["police", "medical", "european", "sms", "suicide", "childProtection", "victims"];

/** Numbers to tap. What each is for stands on it, because nobody remembers under stress. */
export function NumbersList({ numbers, which }: { numbers: EmergencyNumbers; which: readonly Which[] }) {
  const words = useWords().numbers;
  return (
    <ul className="grid gap-2 min-[30rem]:grid-cols-2">
      {which.map((name) => {
        const bySms = name === "sms";
        const number = numbers[name];
        return (
          <li key={name}>
            <a
              href={`${bySms ? "sms" : "tel"}:${number.replace(/\D/g, "")}`}
              className="flex min-h-12 items-center gap-3 rounded border border-edge bg-sheet px-3 py-1.5 text-ink hover:bg-well"
            >
              <Icon of={bySms ? MessageSquareText : Phone} className="shrink-0 text-danger" />
              <span className="text-chat font-bold whitespace-nowrap">
                <span className="sr-only">{bySms ? words.text : words.call} </span>
                {number}
              </span>
              <span className="text-table text-ink-soft">{words[name]}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
