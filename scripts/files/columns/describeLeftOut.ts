import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";
import type { RefusedRow } from "./RefusedRow.ts";

/** Rows that are left out of what is made of a file, for people: nothing where there are none. */
export function describeLeftOut(refused: readonly RefusedRow[]): string[] {
  if (refused.length === 0) return [];
  const lines = refused.map(({ why }) => `  ${printable(why)}`);
  return [
    `${counted(refused.length, "row is", "rows are")} left out, and the others count:`,
    ...lines,
  ];
}
