import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { csvRow } from "./csvRow.ts";

/** Rows that are written at a time. */
const ROWS = 1_000;

/** Writes a CSV file for programs. It is there whole or not at all, whatever happens meanwhile. */
export async function writeCsv(
  file: string,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await pipeline(chunksOf(header, rows), createWriteStream(draft));
  await rename(draft, file);
}

function* chunksOf(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Generator<string> {
  let lines = [csvRow(header)];
  for (const row of rows) {
    lines.push(csvRow(row));
    if (lines.length < ROWS) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}
