import { useId, type ReactNode } from "react";

/** A heading and what it shows. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t border-line pt-4">
      <h2 id={id} className="text-chat">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Things side by side. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
