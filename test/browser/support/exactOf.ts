import type { Locator } from "@playwright/test";

/** The exact value of an amount, or of units, wherever it is shown shortened. */
export async function exactOf(place: Locator): Promise<bigint> {
  return BigInt((await place.getAttribute("value")) ?? -1);
}
