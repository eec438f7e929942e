import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Nothing here yet: what will appear, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      {icon && <Icon of={icon} size={32} className="mb-1 text-ink-soft" />}
      <p className="font-medium">{title}</p>
      {children && <p className="max-w-[46ch] text-ink-soft">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
