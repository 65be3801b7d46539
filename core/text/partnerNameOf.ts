import { tidyText } from "./tidyText.ts";

const MOST_BYTES = 64;

/** What a partner may be called. */
export const PARTNER_NAME = `a name of up to ${MOST_BYTES} bytes without ":" and ";"`;

/**
 * A partner's name as it is enrolled and kept for good: tidy, so that one name has one spelling of its accents on every chain.
 * Undefined where it is none.
 */
export function partnerNameOf(text: string): string | undefined {
  const name = tidyText(text);
  // A credit is written `partner:role:weight`, several of them with semicolons between.
  const isBad = name === "" || /[:;\p{C}]/u.test(name);
  return isBad || new TextEncoder().encode(name).length > MOST_BYTES ? undefined : name;
}
