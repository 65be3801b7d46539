import { CsvError as ParserError, parse } from "csv-parse/sync";
import { listOf } from "../text/listOf.ts";
import { readTextFile } from "../text/readTextFile.ts";
import { CsvError } from "./CsvError.ts";
import { CsvRow } from "./CsvRow.ts";

export interface Columns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Reads a CSV file whose first line names its columns, in any order. */
export async function readCsv(file: string, columns: Columns): Promise<CsvRow[]> {
  const [header, ...records] = parseText(file, await readTextFile(file));
  if (header === undefined) {
    throw new CsvError(
      file,
      1,
      undefined,
      "the file is empty",
      `the columns ${columns.required.join(",")}`,
    );
  }
  const names = checkHeader(file, header.record, columns);
  return records.map(({ record, info }) => {
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length === names.length) {
      return new CsvRow(
        file,
        line,
        new Map(names.map((name, index) => [name, record[index] ?? ""])),
      );
    }
    const found = `${record.length} fields`;
    throw new CsvError(
      file,
      line,
      names[Math.min(record.length, names.length - 1)],
      found,
      `${names.length}, one for each column of the first line`,
    );
  });
}

function parseText(file: string, text: string): ParsedRecord[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof ParserError)) throw error;
    const { lines, column } = error as ParserError & { lines?: number; column?: number | string };
    const place = typeof column === "number" ? `${column + 1}` : column;
    throw new CsvError(
      file,
      lines ?? 1,
      place,
      error.message.split("\n")[0] ?? "",
      "comma-separated values, with quotes around those that have a comma or a quote, and quotes in them doubled",
    );
  }
}

function checkHeader(
  file: string,
  names: readonly string[],
  { required, optional = [] }: Columns,
): readonly string[] {
  const allowed = [...required, ...optional];
  for (const [index, name] of names.entries()) {
    if (!allowed.includes(name)) {
      throw new CsvError(
        file,
        1,
        String(index + 1),
        `the unknown column "${name}"`,
        listOf(allowed),
      );
    }
    if (names.indexOf(name) !== index) {
      throw new CsvError(
        file,
        1,
        String(index + 1),
        `the column "${name}" a second time`,
        "each column once",
      );
    }
  }
  const missing = required.find((name) => !names.includes(name));
  if (missing === undefined) return names;
  throw new CsvError(
    file,
    1,
    missing,
    "the column is missing",
    `the columns ${required.join(",")}`,
  );
}
