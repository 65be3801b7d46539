// What takes no room and says nothing: joiners, marks of direction, variation selectors, soft hyphens, a byte order mark.
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A text as it is kept: composed (NFC), nothing unseen in it, one space for any run of blanks, none around it. */
export function tidyText(text: string): string {
  if (PLAIN.test(text)) return text;
  const composed = text.normalize("NFC").replaceAll(UNSEEN, "");
  return composed.replaceAll(/\s+/gu, " ").trim().normalize("NFC");
}
