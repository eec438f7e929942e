import { LogOut } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { useWords } from "./words";

/** A link, so that it leads away even where no script runs; the page's first script makes it leave no trace (quick-exit.ts). */
export function QuickExitButton({ href, className }: { href: string; className?: string }) {
  const { header } = useWords();
  return (
    <a
      href={href}
      data-quick-exit=""
      rel="noreferrer"
      title={header.leaveHint}
      className={classNames(
        "inline-flex min-h-12 shrink-0 items-center gap-2 rounded bg-ink px-3.5 py-1.5 text-chat font-bold text-paper",
        className,
      )}
    >
      <Icon of={LogOut} />
      {header.leave}
    </a>
  );
}
