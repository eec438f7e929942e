import type { EmergencyNumbers } from "@/lib/contract/views";
import type { ChatWords } from "./words";

/** Where no script runs there is no chat; there is a telephone. Covers the page, which would answer to no tap. */
export function NoScript({ words, numbers }: { words: ChatWords; numbers: EmergencyNumbers }) {
  const shown = [numbers.police, numbers.medical, numbers.european, numbers.suicide];
  return (
    <noscript>
      <div className="fixed inset-x-0 bottom-0 z-10 max-h-[60dvh] overflow-y-auto border-t-4 border-accent bg-sheet p-4 text-chat">
        <h2 className="text-title">{words.noscript.title}</h2>
        <p className="my-2">{words.noscript.text}</p>
        <p className="flex flex-wrap gap-2">
          <a href="tel:3018" className="inline-flex min-h-12 items-center rounded bg-accent-fill px-5 font-bold text-on-accent">
            {words.numbers.call} 3018
          </a>
          {shown.map((number) => (
            <a
              key={number}
              href={`tel:${number.replace(/\D/g, "")}`}
              className="inline-flex min-h-12 items-center rounded border border-edge px-4 font-bold"
            >
              {number}
            </a>
          ))}
          <a href={`sms:${numbers.sms}`} className="inline-flex min-h-12 items-center rounded border border-edge px-4 font-bold">
            SMS {numbers.sms}
          </a>
        </p>
      </div>
    </noscript>
  );
}
