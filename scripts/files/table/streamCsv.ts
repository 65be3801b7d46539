import { Readable } from "node:stream";
import { CsvError as ParserError, parse } from "csv-parse";
import { streamText } from "../streamText.ts";
import { type Columns, checkHeader } from "./checkHeader.ts";
import { delimiterOf } from "./delimiterOf.ts";
import { IdDigits } from "./IdDigits.ts";
import { LONGEST_ROW } from "./LONGEST_ROW.ts";
import { Notation } from "./notation/Notation.ts";
import { Row } from "./Row.ts";
import { RowError } from "./RowError.ts";
import { wholeLines } from "./wholeLines.ts";

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file, with commas, semicolons, tabs or bars, whose first line names its columns, in any order, row by row: a file
 * of any size takes the memory that `take` keeps.
 * @param tell Told the bytes that were read, as they come.
 */
export async function streamCsv(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  const text = streamText(file, tell);
  const chunks = columns.mayBeCut ? text : wholeLines(file, text);
  const { value: beginning = Buffer.alloc(0) } = await chunks.next();
  const source = Readable.from(joined(beginning, chunks), { highWaterMark: 1 });
  const { delimiter, skipped } = delimiterOf(beginning.toString());
  // Where no commas part fields, one may stand before decimals.
  const notation = new Notation(columns, delimiter === "," ? "." : undefined, take);
  const ids = new IdDigits(columns);
  const parser = parse({
    delimiter,
    from_line: 1 + skipped,
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  let names: ReadonlyMap<string, number> | undefined;
  let width = 0;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      source.destroy();
      parser.destroy();
      reject(error);
    };
    source.on("error", fail);
    parser.on("error", (error) => fail(toCsvError(file, error)));
    parser.on("end", resolve);
    parser.on("readable", () => {
      try {
        for (let read = parser.read(); read !== null; read = parser.read()) {
          const { record, info } = read as ParsedRecord;
          if (isBlank(record)) continue;
          if (names !== undefined) {
            const row = toRow({ file, names, width, delimiter }, record, info.lines);
            ids.look(row);
            notation.take(row);
          } else {
            names = checkHeader(file, record, columns);
            width = record.length;
          }
        }
      } catch (error) {
        fail(error as Error);
      }
    });
    source.pipe(parser);
  });
  if (names === undefined) {
    const allowed = `the columns ${columns.required.join(",")}`;
    throw new RowError(file, 1, undefined, "the file is empty", allowed);
  }
  ids.finish();
  notation.finish();
}

/** Separators alone, as spreadsheets leave them under a table. */
function isBlank(record: readonly string[]): boolean {
  return record.length > 1 && record.every((field) => field === "");
}

async function* joined(beginning: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield beginning;
  yield* rest;
}

/** What all rows of a file have in common. */
interface Table {
  readonly file: string;
  readonly names: ReadonlyMap<string, number>;
  readonly width: number;
  readonly delimiter: string;
}

function toRow(
  { file, names, width, delimiter }: Table,
  record: readonly string[],
  lastLine: number,
): Row {
  let line = lastLine;
  for (const field of record) {
    if (field.includes("\n")) line -= field.split("\n").length - 1;
  }
  if (record.length === width) return new Row(file, line, names, record);
  const column = [...names.keys()][Math.min(record.length, names.size - 1)];
  const mark = delimiter === "\t" ? "a tab" : `"${delimiter}"`;
  const allowed = `${width}, one for each column of the first line; a field that has ${mark} itself stands in quotes`;
  throw new RowError(file, line, column, `${record.length} fields`, allowed);
}

function toCsvError(file: string, error: Error): Error {
  if (!(error instanceof ParserError)) return error;
  const { lines, column } = error as ParserError & { lines?: number; column?: number | string };
  const place = typeof column === "number" ? `${column + 1}` : column;
  return new RowError(
    file,
    lines ?? 1,
    place,
    error.message.split("\n")[0] ?? "",
    "comma-separated values, with quotes around those that have a comma or a quote, and quotes in them doubled",
  );
}
