import type { Party } from "./loadTouches.ts";

/** The number of each party's role. */
export function rolesOf(parties: readonly Party[]): Int32Array {
  return numbersOf(parties.map(({ role }) => role));
}

/** The number of each party's partner: they go by the order of the parties. */
export function partnersOf(parties: readonly Party[]): Int32Array {
  return numbersOf(parties.map(({ partner }) => partner));
}

function numbersOf(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  for (const name of names) {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
  }
  return Int32Array.from(names, (name) => numbers.get(name) ?? 0);
}
