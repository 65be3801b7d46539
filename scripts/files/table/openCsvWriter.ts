import { closeSync, writeSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { csvRow } from "./csvRow.ts";
import { openPart } from "./openPart.ts";

export interface CsvWriter {
  /** Adds a row: the fields in the order of the columns. */
  add(fields: readonly string[]): void;
  /** Puts the file in its place, whole. */
  finish(): Promise<void>;
  /** Throws away what was written. */
  abandon(): Promise<void>;
}

/** Characters that are written at a time. */
const CHUNK = 1 << 20;

/** Writes a CSV file of texts row by row, which `streamCsv` reads back. */
export function openCsvWriter(file: string, columns: readonly string[]): CsvWriter {
  const { path, descriptor } = openPart(file);
  let text = csvRow(columns);
  const flush = () => {
    writeSync(descriptor, text);
    text = "";
  };
  return {
    add(fields) {
      text += csvRow(fields);
      if (text.length >= CHUNK) flush();
    },
    async finish() {
      flush();
      closeSync(descriptor);
      await rename(path, file);
    },
    async abandon() {
      closeSync(descriptor);
      await rm(path, { force: true });
    },
  };
}
