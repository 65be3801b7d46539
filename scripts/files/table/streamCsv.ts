import { Readable } from "node:stream";
import { CsvError as ParserError, parse } from "csv-parse";
import { streamText } from "../streamText.ts";
import { type Columns, checkHeader } from "./checkHeader.ts";
import { Row } from "./Row.ts";
import { RowError } from "./RowError.ts";

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file, with commas or tabs, whose first line names its columns, in any order, row by row: a file of any size
 * takes the memory that `take` keeps.
 * @param tell Told the bytes that were read, as they come.
 */
export async function streamCsv(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  const chunks = streamText(file);
  const { value: beginning = Buffer.alloc(0) } = await chunks.next();
  const source = Readable.from(joined(beginning, chunks), { highWaterMark: 1 });
  const parser = parse({
    delimiter: delimiterIn(beginning),
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  let names: ReadonlyMap<string, number> | undefined;
  let width = 0;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      source.destroy();
      parser.destroy();
      reject(error);
    };
    source.on("data", (chunk) => tell(chunk.length));
    source.on("error", fail);
    parser.on("error", (error) => fail(toCsvError(file, error)));
    parser.on("end", resolve);
    parser.on("readable", () => {
      try {
        for (let read = parser.read(); read !== null; read = parser.read()) {
          const { record, info } = read as ParsedRecord;
          if (names !== undefined) take(toRow(file, names, width, record, info.lines));
          else {
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
  if (names !== undefined) return;
  const allowed = `the columns ${columns.required.join(",")}`;
  throw new RowError(file, 1, undefined, "the file is empty", allowed);
}

async function* joined(beginning: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield beginning;
  yield* rest;
}

/** A first line with tabs and no comma has its columns between tabs. */
function delimiterIn(beginning: Buffer): string {
  const [header = ""] = beginning.toString().split("\n", 1);
  return header.includes("\t") && !header.includes(",") ? "\t" : ",";
}

function toRow(
  file: string,
  names: ReadonlyMap<string, number>,
  width: number,
  record: readonly string[],
  lastLine: number,
): Row {
  let line = lastLine;
  for (const field of record) {
    if (field.includes("\n")) line -= field.split("\n").length - 1;
  }
  if (record.length === width) return new Row(file, line, names, record);
  const column = [...names.keys()][Math.min(record.length, names.size - 1)];
  const allowed = `${width}, one for each column of the first line`;
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
