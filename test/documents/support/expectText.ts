import { expect } from "chai";
import { fits } from "./fits.ts";

/** Every line that a document shows was printed, in this order; a line "…" leaves some out. */
export function expectText(said: string, printed: string): void {
  const lines = printed.split("\n");
  let next = 0;
  for (const line of said.split("\n")) {
    if (line.trim() === "" || line.trim() === "…") continue;
    const found = lines.findIndex((one, index) => index >= next && fits(line, one));
    expect(found, `not printed: ${line}\nprinted was:\n${printed}`).to.be.at.least(0);
    next = found + 1;
  }
}
