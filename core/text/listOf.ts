/** "a", "b" or "c", for messages. */
export function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length < 2) return quoted[0] ?? "none";
  return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
