import { tidyText } from "../../../core/text/tidyText.ts";
import { NOBODY, NOBODY_LONGEST } from "./NOBODY.ts";

const IS_NOBODY = new RegExp(`^(?:${NOBODY})$`, "u");

/**
 * The name that a customer is known by: tidy, an e-mail address in small letters; others keep theirs, for many systems' ids differ in
 * case alone. Empty where it is nobody's, such as "undefined" or "guest": as a name it would make one customer of many.
 */
export function customerOf(text: string): string {
  const tidy = tidyText(text);
  const small = Array.from(tidy, (letter) => letter.toLowerCase()).join("");
  if (tidy.length <= NOBODY_LONGEST && IS_NOBODY.test(small)) return "";
  return tidy.includes("@") ? small : tidy;
}
