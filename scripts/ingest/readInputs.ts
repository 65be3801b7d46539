import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { TributaryError } from "../../core/TributaryError.ts";
import { firstRow } from "../files/table/firstRow.ts";
import { RowError } from "../files/table/RowError.ts";
import { unreadableFile } from "../files/unreadableFile.ts";
import { Inputs } from "./facts/Inputs.ts";
import { INPUT_SOURCES } from "./INPUT_SOURCES.ts";
import type { InputSource, ReadOptions } from "./sources/InputSource.ts";

export interface ReadInputsParameters extends ReadOptions {
  /** Files, and folders whose files are all read. */
  readonly paths: readonly string[];
  readonly onFile: (file: string, what: string) => void;
}

const TABLES = [".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".parquet"];
const ENDINGS = [...TABLES, ...INPUT_SOURCES.flatMap(endingsOf)];

/** Reads all inputs, each file as what its columns or its name say it is. */
export async function readInputs(parameters: ReadInputsParameters): Promise<Inputs> {
  const { paths, onFile } = parameters;
  const inputs = new Inputs();
  const files = new Map<InputSource, string[]>();
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      const source = await sourceOf(file);
      onFile(file, source?.what ?? "nothing");
      if (source === undefined) continue;
      if ("read" in source) await source.read(file, inputs, parameters);
      else files.set(source, [...(files.get(source) ?? []), file]);
    }
  }
  for (const [source, all] of files)
    if ("readTogether" in source) await source.readTogether(all, inputs, parameters);
  return inputs;
}

/** Undefined where the file has no row. */
async function sourceOf(file: string): Promise<InputSource | undefined> {
  const named = INPUT_SOURCES.find((source) => endingsOf(source).includes(endingOf(file)));
  if (named !== undefined) return named;
  const names = (await firstRow(file))?.names();
  if (names === undefined) return undefined;
  const source = INPUT_SOURCES.find(({ known }) =>
    "columns" in known ? known.columns.every((name) => names.includes(name)) : false,
  );
  if (source !== undefined) return source;
  throw new RowError(
    file,
    1,
    undefined,
    `columns of no file that is known: ${names.slice(0, 8).join(",")}`,
    INPUT_SOURCES.flatMap(({ what, known }) =>
      "columns" in known ? [`${what} (with ${known.columns.join(", ")})`] : [],
    ).join("; "),
  );
}

function endingsOf({ known }: InputSource): readonly string[] {
  return "endings" in known ? known.endings : [];
}

function endingOf(file: string): string {
  return extname(file).toLowerCase();
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error) => {
    throw unreadableFile(path, error);
  });
  if (!found.isDirectory()) return [path];
  const known = (await readdir(path)).filter((name) => ENDINGS.includes(endingOf(name)));
  if (known.length > 0) return known.sort().map((name) => join(path, name));
  throw new TributaryError(`There is nothing to read in ${path}.`, {
    allowed: `files that end with ${ENDINGS.join(", ")}`,
  });
}
