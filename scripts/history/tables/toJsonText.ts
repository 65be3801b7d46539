/** A value of an event as JSON, whole numbers as texts, for they may be larger than a number can be. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}`;
    return typeof part === "string" ? storable(part) : part;
  });
}

/** A text as databases take it: a character that none of them stores becomes the one that stands for what is not known. */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}
