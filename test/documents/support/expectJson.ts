import { expect } from "chai";
import { fits } from "./fits.ts";

/** A document's JSON is what was printed, where "…" in a text stands for anything. */
export function expectJson(said: string, printed: string): void {
  const shown: unknown = JSON.parse(said);
  const found: unknown = JSON.parse(printed);
  expect(fill(shown, found)).to.deep.equal(found);
}

/** Puts what was printed in the place of what the document shortens. */
function fill(shown: unknown, found: unknown): unknown {
  if (typeof shown === "string" && typeof found === "string" && shown.includes("…"))
    return fits(shown, found) ? found : shown;
  if (Array.isArray(shown) && Array.isArray(found)) {
    const items: unknown[] = found;
    return shown.map((one, index) => fill(one, items[index]));
  }
  if (isObject(shown) && isObject(found)) {
    return Object.fromEntries(
      Object.entries(shown).map(([key, one]) => [key, fill(one, found[key])]),
    );
  }
  return shown;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
