const SCRIPTS = [
  ...[
    "Arabic",
    "Syriac",
    "Mongolian",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Gujarati",
    "Oriya",
    "Tamil",
  ],
  ...["Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar"],
];
const LETTER = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}]`;
const ENDS_IN_LETTER = new RegExp(`${LETTER}\\p{M}*$`, "u");
const BEGINS_WITH_LETTER = new RegExp(`^${LETTER}`, "u");
// The signs by which Indic scripts take a letter's vowel away; a joiner after one chooses a shape, at a word's end too.
const ENDS_IN_VIRAMA = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]$/u;
const ENDS_IN_PICTURE = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u;
const BEGINS_WITH_PICTURE = /^\p{Extended_Pictographic}/u;

const NON_JOINER = "\u200c";
const JOINER = "\u200d";
/** More than a picture, its colour and its form take. */
const NEAR = 8;

/**
 * Whether the character at a place of a text is a joiner (ZWJ) or a non-joiner (ZWNJ) that its language needs: between letters of Persian and
 * other cursive scripts, in Indic ones, and between the pictures of one emoji. Anywhere else it is seen by nobody and tells names apart that
 * look alike.
 */
export function isJoining(text: string, place: number): boolean {
  const character = text[place];
  if (character !== NON_JOINER && character !== JOINER) return false;
  const before = text.slice(Math.max(0, place - NEAR), place);
  const after = text.slice(place + 1, place + 1 + NEAR);
  if (ENDS_IN_LETTER.test(before) && BEGINS_WITH_LETTER.test(after)) return true;
  if (character === NON_JOINER) return false;
  return (
    ENDS_IN_VIRAMA.test(before) || (ENDS_IN_PICTURE.test(before) && BEGINS_WITH_PICTURE.test(after))
  );
}
