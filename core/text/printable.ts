import { isJoining } from "./isJoining.ts";

// Control characters, those that turn the direction of the text around them or take no room, and halves of characters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text from a chain or a file as one line that a terminal or a page can show: nothing unseen in it but the joiners of its language. */
export function printable(text: string): string {
  return text.replaceAll(UNSEEN, (character, place: number) =>
    isJoining(text, place) ? character : "\ufffd",
  );
}
