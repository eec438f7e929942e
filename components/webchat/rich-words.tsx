import { keepPunctuation, richText } from "./rich-text";
import { useWords } from "./words";

/** A text with its addresses and numbers made tappable. */
export function RichWords({ text }: { text: string }) {
  const { thread } = useWords();
  return richText(text).map((part, index) => {
    if (part.kind === "text") return keepPunctuation(part.text);
    const web = part.href.startsWith("http");
    return (
      <a
        key={index}
        href={part.href}
        {...(web ? { target: "_blank", rel: "noopener noreferrer" } : {})}
        className="font-medium text-accent underline underline-offset-4"
      >
        {part.text}
        {web && <span className="sr-only"> ({thread.opensElsewhere})</span>}
      </a>
    );
  });
}
