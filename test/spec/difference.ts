/** Thrown where the contract and the spec do not agree. */
export class Difference extends Error {
  constructor(what: string, expected: unknown, found: unknown) {
    super(`${what}: the spec says ${show(expected)}, the contract ${show(found)}`);
    this.name = "Difference";
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part));
}
