// Control characters, those that turn the direction of the text around them or take no room, and halves of characters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text from a chain or a file as one line that a terminal or a page can show: nothing unseen in it. */
export function printable(text: string): string {
  return text.replaceAll(UNSEEN, "\ufffd");
}
