/** A text, or several of which one has to fit; `*` stands for anything. */
export type Patterns = string | readonly string[];

const known = new Map<string, RegExp>();

/** Whether a text fits one of some patterns. */
export function fits(text: string, patterns: Patterns): boolean {
  const list = typeof patterns === "string" ? [patterns] : patterns;
  return list.some((pattern) => toExpression(pattern).test(text));
}

function toExpression(pattern: string): RegExp {
  const kept = known.get(pattern);
  if (kept !== undefined) return kept;
  const parts = pattern.split("*").map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  // Lazy and with no choice between its parts, so that no text takes long.
  const expression = new RegExp(`^${parts.join("[^]*?")}$`, "u");
  known.set(pattern, expression);
  return expression;
}
