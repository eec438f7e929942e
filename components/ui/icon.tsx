import type { LucideIcon } from "lucide-react";

/** A lucide drawing at the house's stroke; silent, because the words stand beside it or on the control. */
export function Icon({ of: Drawing, size = 20, className }: { of: LucideIcon; size?: 16 | 20 | 24 | 32; className?: string }) {
  return <Drawing aria-hidden="true" size={size} strokeWidth={1.5} absoluteStrokeWidth className={className ?? "shrink-0"} />;
}
