const FORMAT = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "a, b or c", for what an option may be. */
export function alternatives(names: readonly string[]): string {
  return FORMAT.format(names);
}
