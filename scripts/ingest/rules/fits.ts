/** A text, or several of which one has to fit; `*` stands for anything. */
export type Patterns = string | readonly string[];

/** Whether a text fits one of some patterns, however the accents of both are composed. */
export function fits(text: string, patterns: Patterns): boolean {
  const list = typeof patterns === "string" ? [patterns] : patterns;
  const composed = text.normalize("NFC");
  return list.some((pattern) => hasInTurn(composed, pattern.normalize("NFC").split("*")));
}

/** Each part as early as it can be, and the last at the end, so that no text takes long. */
function hasInTurn(text: string, [first = "", ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - from >= last.length && text.endsWith(last);
}
