import { toId } from "../../../core/ids/toId.ts";
import { RefusedRowError } from "../table/RefusedRowError.ts";
import type { Row } from "../table/Row.ts";
import type { RefusedRow } from "./RefusedRow.ts";

/**
 * A row that was refused, for a list of them.
 * @throws What was caught, where it is more than a refusal.
 */
export function toRefusedRow(row: Row, idColumn: string, caught: unknown): RefusedRow {
  if (!(caught instanceof RefusedRowError)) throw caught;
  const name = row.require(idColumn);
  return { line: row.line, name, id: toId(name), why: caught.message };
}
