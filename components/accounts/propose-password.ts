/** Easy to say over the telephone: no 0 O 1 l I. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Sixteen characters in fours: 80 random bits. */
export function proposePassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.match(/.{4}/g)!.join("-");
}
