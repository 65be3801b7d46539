import { printable } from "../../../core/text/printable.ts";

/** What an earlier run had sent, and the file does not have, for people: nothing where there is none. */
export function describeRecovered(recovered: readonly string[]): string[] {
  if (recovered.length === 0) return [];
  return [
    `${recovered.length} that this file does not have are on the chain too, for an earlier run had sent them: ${recovered.map(printable).join(", ")}.`,
  ];
}
