export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

/** Web addresses, and the numbers of three digits and more that the helpline's people give (a bare "17" is as often an age). */
const FOUND = /\bhttps?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]’']|(?<![\d.,])(?:3114|119|112|114|116[  ]?006)(?![\d%€]|[.,]\d)/g;

/** French puts a space before these, and no line may begin with one of them. People type an ordinary space. */
export function keepPunctuation(text: string): string {
  return text.replace(/ (?=[?!:;»])/g, "\u00a0").replace(/« /g, "«\u00a0");
}

/** Splits what the bot or a counsellor wrote into text and what can be tapped. */
export function richText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(FOUND)) {
    if (index > end) parts.push({ kind: "text", text: text.slice(end, index) });
    parts.push({ kind: "link", text: found, href: hrefOf(found) });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

function hrefOf(found: string): string {
  if (found.startsWith("http")) return found;
  return `${found === "114" ? "sms" : "tel"}:${found.replace(/\D/g, "")}`;
}
