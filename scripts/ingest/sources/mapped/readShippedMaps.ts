import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import { readMapping } from "../../mapping/readMapping.ts";

const FOLDER = fileURLToPath(new URL("maps", import.meta.url));

/** The maps that come with this program, one file a system: each a mapping with nothing but its sources. */
export async function readShippedMaps(): Promise<ColumnMap[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".json")).sort();
  const mappings = await Promise.all(files.map((name) => readMapping(join(FOLDER, name))));
  return mappings.flatMap(({ sources = [] }) => sources);
}
