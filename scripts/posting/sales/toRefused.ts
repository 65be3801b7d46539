import type { Hex } from "viem";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { placeInFile } from "../../files/table/placeInFile.ts";
import type { Row } from "../../files/table/Row.ts";
import type { Refusals } from "../journal/postItems.ts";

/** The rows of what the program refused when it was tried. */
export function toRefused(
  refusals: Refusals,
  items: readonly { readonly id: Hex; readonly name: string; readonly row: Row }[],
): RefusedRow[] {
  const refused: RefusedRow[] = [];
  for (const { id, name, row } of items) {
    const error = refusals.get(id);
    if (error === undefined) continue;
    const why = `${placeInFile(row.file, row.line)}: ${error.message}`;
    refused.push({ line: row.line, name, id, why });
  }
  return refused;
}
