import { Moon, PhoneCall } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { LineView } from "@/lib/contract/views";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";

/** Whether people answer now, until when, or from when on. */
export function LineBadge({ line }: { line: LineView }) {
  const t = useTranslations("shell.line");
  const format = useFormatter();
  const hour = (instant: string) => format.dateTime(new Date(instant), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = (instant: string) =>
    format.dateTime(new Date(instant), { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (!line.open)
    return (
      <Badge tone="neutral" icon={<Icon of={Moon} size={16} />}>
        {line.nextOpening ? t("closedUntil", { time: day(line.nextOpening) }) : t("closed")}
      </Badge>
    );
  return (
    <Badge tone="accent" icon={<Icon of={PhoneCall} size={16} />}>
      {line.aroundTheClock ? t("aroundTheClock") : line.closesAt ? t("openUntil", { time: hour(line.closesAt) }) : t("open")}
    </Badge>
  );
}
