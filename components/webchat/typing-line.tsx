/** That somebody writes, never what. */
export function TypingLine({ words }: { words: string | null }) {
  return (
    <p role="status" className={words ? "mt-3 flex min-h-6 items-center gap-2 text-table text-ink-soft" : undefined}>
      {words && (
        <>
          <span aria-hidden="true" className="flex gap-1">
            {[0, 1, 2].map((dot) => (
              <span
                key={dot}
                className="size-1.5 animate-pulse rounded-full bg-current"
                style={{ animationDelay: `${dot * 200}ms` }}
              />
            ))}
          </span>
          {words}
        </>
      )}
    </p>
  );
}
