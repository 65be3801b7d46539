const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether a text is the code of one of the world's currencies, in any case. */
export function isIsoCurrency(code: string): boolean {
  return CODES.has(code.toUpperCase());
}
