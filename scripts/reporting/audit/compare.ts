import type { Difference } from "./Difference.ts";

/** A difference, where there is one. */
export function compare(
  what: string,
  expected: bigint | number | string | undefined,
  found: bigint | number | string | undefined,
): Difference[] {
  return expected === found
    ? []
    : [{ what, expected: String(expected ?? "nothing"), found: String(found ?? "nothing") }];
}
