import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { endingOf, TABLE_ENDINGS } from "../duckdb/formatOf.ts";
import { streamText } from "../streamText.ts";

/** The tables of a folder in the order of their names. A `.json` is one where it is an array: mappings and rules may lie beside. */
export async function tablesIn(folder: string): Promise<string[]> {
  const tables: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const ending = endingOf(name);
    if (!TABLE_ENDINGS.includes(ending)) continue;
    const file = join(folder, name);
    if (ending !== ".json" || (await isArray(file))) tables.push(file);
  }
  return tables;
}

async function isArray(file: string): Promise<boolean> {
  for await (const chunk of streamText(file)) {
    const text = chunk.toString().replace("\uFEFF", "").trim();
    if (text !== "") return text.startsWith("[");
  }
  return false;
}
