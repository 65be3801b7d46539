import { closeSync, openSync, writeSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { sqlText } from "../duckdb/sqlText.ts";
import { TributaryError } from "../TributaryError.ts";
import { csvLine } from "./csvLine.ts";

export interface TableWriter {
  /** Adds a row: the fields in the order of the columns. */
  add(fields: readonly string[]): void;
  /** Puts the file in its place, whole. */
  finish(): Promise<void>;
  /** Throws away what was written. */
  abandon(): Promise<void>;
}

/** Characters that are written at a time. */
const CHUNK = 1 << 20;

/** Writes a table of texts that `streamTable` reads back: JSON lines or Parquet by the file's name, else CSV. */
export function openTableWriter(file: string, columns: readonly string[]): TableWriter {
  const extension = extname(file).toLowerCase();
  const isJson = extension === ".jsonl" || extension === ".ndjson";
  const part = `${file}.part`;
  const descriptor = open(file, part);
  let text = isJson ? "" : csvLine(columns);
  const flush = () => {
    writeSync(descriptor, text);
    text = "";
  };
  return {
    add(fields) {
      text += isJson ? jsonLine(columns, fields) : csvLine(fields);
      if (text.length >= CHUNK) flush();
    },
    async finish() {
      flush();
      closeSync(descriptor);
      if (extension === ".parquet") await toParquet(part);
      await rename(part, file);
    },
    async abandon() {
      closeSync(descriptor);
      await rm(part, { force: true });
    },
  };
}

function open(file: string, part: string): number {
  try {
    return openSync(part, "w");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new TributaryError(`Cannot write ${file}: ${code}.`, {
      todo: `Give the path of a file in a folder that can be written to; it is looked for from ${process.cwd()}.`,
    });
  }
}

function jsonLine(columns: readonly string[], fields: readonly string[]): string {
  const entries = columns.map((name, place) => [name, fields[place]]);
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

/** Makes Parquet of a CSV file, in its place. */
async function toParquet(part: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const made = `${part}.parquet`;
  try {
    await connection.run(`COPY (SELECT * FROM read_csv(${sqlText(part)}, header = true, all_varchar = true,
      delim = ',', quote = '"', escape = '"', nullstr = '')) TO ${sqlText(made)} (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await rename(made, part);
}
