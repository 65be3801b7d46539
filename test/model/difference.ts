/** Thrown where the contract and the model do not agree. */
export class Difference extends Error {
  constructor(what: string, expected: unknown, found: unknown) {
    super(`${what}: the model says ${show(expected)}, the contract ${show(found)}`);
    this.name = "Difference";
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part));
}
