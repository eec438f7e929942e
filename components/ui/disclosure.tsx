import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** More, for those who want it. The browser's own: works before any script. */
export function Disclosure({
  summary,
  defaultOpen,
  children,
}: {
  summary: ReactNode;
  defaultOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={defaultOpen} className="group">
      <summary className="flex min-h-10 list-none items-center gap-2 rounded font-medium focus-inset hover:bg-well [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="shrink-0 text-ink-soft transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="ps-7 pb-2">{children}</div>
    </details>
  );
}
