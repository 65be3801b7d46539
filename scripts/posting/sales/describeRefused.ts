import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";

/** What the program does not take, for people: nothing where it takes everything. */
export function describeRefused(refused: readonly RefusedRow[]): string[] {
  if (refused.length === 0) return [];
  return [
    `${counted(refused.length, "was", "were")} refused, and none of the others waits for them:`,
    ...refused.map(({ why }) => `  ${printable(why)}`),
    "Correct these lines, or what keeps the program from taking them, and run this again: nothing is done twice.",
  ];
}
