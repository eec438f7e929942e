import type { ReactNode } from "react";

/** Words for a screen reader alone. */
export function VisuallyHidden({ children, as: Tag = "span" }: { children: ReactNode; as?: "span" | "h1" | "h2" | "h3" | "p" }) {
  return <Tag className="sr-only">{children}</Tag>;
}
