import { tidyText } from "./tidyText.ts";

/**
 * What names, codes, values of links and e-mail addresses are compared by: the tidy text without case. By way of capitals, so that
 * "ß" is "ss" and both small sigmas are one; the Turkish i's are all one, with and without their dot.
 */
export function foldText(text: string): string {
  const small = tidyText(text).toUpperCase().toLowerCase();
  return small.replaceAll("i\u0307", "i").normalize("NFC");
}
