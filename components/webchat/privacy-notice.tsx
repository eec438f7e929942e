import { ShieldCheck } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { useWords } from "./words";

/** The first layer: two sentences, nothing to accept. */
export function PrivacyNotice({ onMore }: { onMore: () => void }) {
  const words = useWords().privacy;
  return (
    <section className="flex gap-3 rounded border border-line px-3 py-2.5 text-table text-ink-soft">
      <Icon of={ShieldCheck} className="mt-0.5 shrink-0" />
      <p>
        {words.text}{" "}
        <button
          type="button"
          onClick={onMore}
          className="relative font-medium text-accent underline underline-offset-4 after:absolute after:-inset-x-2 after:-inset-y-3.5"
        >
          {words.more}
        </button>
      </p>
    </section>
  );
}

/** The second layer. */
export function PrivacyText() {
  const words = useWords().privacy;
  const parts = [
    [words.whoTitle, words.who],
    [words.whatTitle, words.what],
    [words.readTitle, words.read],
    [words.dangerTitle, words.danger],
    [words.deviceTitle, words.device],
    [words.rightsTitle, words.rights],
  ] as const;
  return (
    <div className="space-y-5">
      {parts.map(([title, text]) => (
        <section key={title}>
          <h3 className="text-chat">{title}</h3>
          <p className="mt-1">{text}</p>
        </section>
      ))}
    </div>
  );
}
