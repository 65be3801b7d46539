import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { findShapeMistakes } from "../../../scripts/files/json/findShapeMistakes.ts";

/** A JSON file that a document shows is what the schema of its name asks for, where there is one. */
export async function expectValid(file: string, text: string): Promise<void> {
  const content: unknown = JSON.parse(text);
  const schema = `schema/${file.replace(/\.json$/, "")}.schema.json`;
  if (!existsSync(schema)) return;
  const shape: object = JSON.parse(await readFile(schema, "utf8"));
  const mistakes = findShapeMistakes(shape, content).map((one) => JSON.stringify(one));
  if (mistakes.length > 0) throw new Error(`${file}: ${mistakes.join("\n")}`);
}
