import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { TributaryError } from "../../core/TributaryError.ts";
import { endingOf, TABLE_ENDINGS } from "../files/duckdb/formatOf.ts";
import { firstRow } from "../files/table/firstRow.ts";
import type { Row } from "../files/table/Row.ts";
import { RowError } from "../files/table/RowError.ts";
import { tablesIn } from "../files/table/tablesIn.ts";
import { unreadableFile } from "../files/unreadableFile.ts";
import { Inputs } from "./facts/Inputs.ts";
import { INPUT_SOURCES } from "./INPUT_SOURCES.ts";
import type { ColumnMap, ColumnNames } from "./mapping/ColumnMap.ts";
import { describeKnown } from "./sources/describeKnown.ts";
import type { InputSource, ReadOptions } from "./sources/InputSource.ts";
import { mappedSource } from "./sources/mapped/mappedSource.ts";
import { readShippedMaps } from "./sources/mapped/readShippedMaps.ts";
import { listOfColumns } from "./sources/mapped/textIn.ts";

export interface ReadInputsParameters extends ReadOptions {
  /** Maps of tables that come before all that is known otherwise. */
  readonly maps?: readonly ColumnMap[];
  /** A map for a table that nothing knows; otherwise it is refused. */
  readonly mapOf?: (row: Row) => Promise<ColumnMap | undefined>;
  /** Files, and folders whose files are all read. */
  readonly paths: readonly string[];
  readonly onFile: (file: string, what: string) => void;
}

const OTHER_ENDINGS = INPUT_SOURCES.flatMap(endingsOf);

/** Reads all inputs, each file as what its columns or its name say it is. */
export async function readInputs(parameters: ReadInputsParameters): Promise<Inputs> {
  const { paths, onFile, maps = [], mapOf = async () => undefined } = parameters;
  const inputs = new Inputs();
  const files = new Map<InputSource, string[]>();
  const sources = [
    ...maps.map(mappedSource),
    ...INPUT_SOURCES,
    ...(await readShippedMaps()).map(mappedSource),
  ];
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      const source = await sourceOf(file, sources, mapOf);
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
async function sourceOf(
  file: string,
  sources: readonly InputSource[],
  mapOf: (row: Row) => Promise<ColumnMap | undefined>,
): Promise<InputSource | undefined> {
  const named = sources.find((source) => endingsOf(source).includes(endingOf(file)));
  if (named !== undefined) return named;
  const row = await firstRow(file);
  if (row === undefined) return undefined;
  const names = row.names();
  const source = sources.find(({ known }) => "columns" in known && hasAll(row, known.columns));
  if (source !== undefined) return source;
  const map = await mapOf(row);
  if (map !== undefined) return mappedSource(map);
  throw new RowError(
    file,
    1,
    undefined,
    `columns of no file that is known: ${names.slice(0, 8).join(",")}`,
    describeKnown(names, sources),
    'Give the file as it was exported, of an account whose language is English, or say among "sources" of the mapping which of its columns are what; docs/posting.md shows how.',
  );
}

function hasAll(row: Row, columns: readonly ColumnNames[]): boolean {
  return columns.every((column) => listOfColumns(column).some((name) => row.has(name)));
}

function endingsOf({ known }: InputSource): readonly string[] {
  return "endings" in known ? known.endings : [];
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error) => {
    throw unreadableFile(path, error);
  });
  if (!found.isDirectory()) return [path];
  const others = (await readdir(path)).filter((name) => OTHER_ENDINGS.includes(endingOf(name)));
  const known = [...others.map((name) => join(path, name)), ...(await tablesIn(path))];
  if (known.length > 0) return known.sort();
  throw new TributaryError(`There is nothing to read in ${path}.`, {
    allowed: `files that end with ${[...TABLE_ENDINGS, ...OTHER_ENDINGS].join(", ")}, or those with .gz behind`,
  });
}
