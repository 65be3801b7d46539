/** The entry of a list that a number names, counting round. */
export function picked<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("There is nothing to pick from.");
  return found;
}
