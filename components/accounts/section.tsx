import { useId, type ReactNode } from "react";

/** One subject of a page of settings, under its heading. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-t border-line pt-6">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-chat font-medium">
          {title}
        </h2>
        {lead && <p className="max-w-thread text-ink-soft">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
