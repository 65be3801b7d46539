import { toIsoTime } from "../../core/text/toIsoTime.ts";
import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import { timeIn } from "../files/columns/timeIn.ts";
import { toRefusedRow } from "../files/columns/toRefusedRow.ts";
import { formatOf } from "../files/duckdb/formatOf.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import { openCsvWriter } from "../files/table/openCsvWriter.ts";
import type { Row } from "../files/table/Row.ts";
import { streamTable } from "../files/table/streamTable.ts";

export interface CopyPlain {
  readonly file: string;
  readonly columns: Columns;
  /** Throws at a row that cannot be taken: a refusal leaves it out, a mistake ends the copy. */
  readonly check: (row: Row) => void;
}

/**
 * Writes the rows of a file as CSV that SQL reads: amounts in plain digits, times in UTC. Returns those that are left out.
 */
export async function copyPlain(
  { file, columns, check }: CopyPlain,
  out: string,
): Promise<RefusedRow[]> {
  const { required, optional = [] } = columns;
  const [idColumn = ""] = required;
  const refused: RefusedRow[] = [];
  const open = (names: readonly string[]) => ({ names, writer: openCsvWriter(out, names) });
  let copy: ReturnType<typeof open> | undefined;
  try {
    await streamTable(file, columns, (row) => {
      try {
        check(row);
      } catch (error) {
        refused.push(toRefusedRow(row, idColumn, error));
        return;
      }
      copy ??= open([...required, ...optional].filter((name) => row.has(name) || isOfJson(file)));
      copy.writer.add(copy.names.map((name) => textOf(row, name, columns)));
    });
  } catch (error) {
    await copy?.writer.abandon();
    throw error;
  }
  await (copy ?? open(required)).writer.finish();
  return refused;
}

/** Each object has columns of its own. */
function isOfJson(file: string): boolean {
  return formatOf(file) === "jsonl";
}

function textOf(row: Row, name: string, { times = [], amounts = [] }: Columns): string {
  if (times.includes(name)) return isoText(timeIn(row, name));
  return amounts.includes(name) ? withoutLastZeros(row.get(name)) : row.get(name);
}

/** 49 of 49.000000000: zeros at the end are no decimals. */
function withoutLastZeros(amount: string): string {
  return amount.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

function isoText(seconds: number | undefined): string {
  return seconds === undefined ? "" : toIsoTime(seconds);
}
