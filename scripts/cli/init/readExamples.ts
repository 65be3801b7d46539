import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import schema from "../../../schema/terms.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";

/** A deal of examples/ to begin from. */
export interface ExampleDeal {
  /** Its folder's name. */
  readonly name: string;
  readonly file: TermsFile;
}

/** The deals of examples/, by name. */
export function readExamples(root: string): Promise<ExampleDeal[]> {
  const folder = join(root, "examples");
  const files = globSync("*/terms.json", { cwd: folder }).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      name: dirname(file),
      file: await readJsonFile<TermsFile>(join(folder, file), schema),
    })),
  );
}
