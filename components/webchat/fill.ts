/** Puts values into the `{places}` of a sentence. The chat's sentences have no plurals, so this is all it needs. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
