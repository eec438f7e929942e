/** Where no sign-in should end. */
const NOT_BACK_TO = /^\/(sign-in|api|_next)(\/|\?|$)/;

/**
 * A path of this site to go on to, from whatever stands in `next`; anything else is "/". Browsers read "\" as "/" and drop tabs and
 * line breaks inside an address, so "/\evil.example" is another site as much as "//evil.example" is.
 */
export function safeNext(value: unknown): string {
  if (typeof value !== "string" || value.length > 500 || !/^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(value)) return "/";
  const url = new URL(value, "http://here.invalid");
  if (url.origin !== "http://here.invalid" || NOT_BACK_TO.test(url.pathname)) return "/";
  // What Next's router adds to its own fetches of a page.
  url.searchParams.delete("_rsc");
  const path = url.pathname + url.search;
  return path.startsWith("//") ? "/" : path;
}
