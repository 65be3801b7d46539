const LONGEST = 80;
// Control characters, and those that turn the direction of the text around them or take no room.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** A name from the chain, safe to stand among other text: nothing unseen, of bounded length. */
export function cleanText(text: string): string {
  const clean = text.replace(UNSEEN, "\ufffd").trim();
  const letters = Array.from(clean);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : clean;
}
