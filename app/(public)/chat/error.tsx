"use client";

/** The chat's page could not be made. No words file may be counted on, so both languages stand here; the numbers matter most. */
export default function ChatError({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto flex max-w-form flex-col gap-4 p-6 text-chat">
      <h1 className="text-title">Le chat ne répond pas</h1>
      <p>Ce n’est pas à cause de toi, et rien n’est perdu. Réessaie dans un instant, ou appelle.</p>
      <p lang="en" className="text-ink-soft">
        The chat does not answer. It is not because of you, and nothing is lost. Try again in a moment, or call.
      </p>
      <button
        type="button"
        onClick={reset}
        className="min-h-12 rounded bg-accent-fill px-5 font-bold text-on-accent hover:bg-accent-fill-hover"
      >
        Réessayer · <span lang="en">Try again</span>
      </button>
      <ul className="space-y-2">
        {["3018", "17", "15", "112", "3114"].map((number) => (
          <li key={number}>
            <a
              href={`tel:${number}`}
              className="flex min-h-12 items-center justify-center rounded border border-edge bg-sheet font-bold"
            >
              {number}
            </a>
          </li>
        ))}
        <li>
          <a href="sms:114" className="flex min-h-12 items-center justify-center rounded border border-edge bg-sheet font-bold">
            SMS 114
          </a>
        </li>
      </ul>
    </main>
  );
}
