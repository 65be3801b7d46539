import { isDeepStrictEqual } from "node:util";
import { Difference } from "./difference.ts";

/** Compares what the spec says with what the contract does. */
export function expectEqual<T>(what: string, expected: T, found: T): void {
  if (!isDeepStrictEqual(expected, found)) throw new Difference(what, expected, found);
}
