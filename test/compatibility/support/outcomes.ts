/** A test of what works, and of what does not: its title says which, and the table's cell must too. */
export function works(what: string, run: () => Promise<void>): void {
  it(what, run);
}

export function fails(what: string, run: () => Promise<void>): void {
  it(`${what}${FAILS}`, run);
}

/** Ends the title of what does not work. */
export const FAILS = ", not";
