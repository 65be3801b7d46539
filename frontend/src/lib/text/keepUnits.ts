/** A text in which no line breaks between a number and its “%”. */
export function keepUnits(text: string): string {
  return text.replaceAll(" %", "\u00a0%");
}
