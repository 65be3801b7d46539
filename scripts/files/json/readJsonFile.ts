import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import { readTextFile } from "../readTextFile.ts";
import { findRepeatedKeys } from "./findRepeatedKeys.ts";
import { findShapeMistakes } from "./findShapeMistakes.ts";

/**
 * Reads a JSON file of the user's, its accents composed (NFC) as all texts are compared, and refuses it with all that departs from
 * its schema.
 * @typeParam Shape What the schema describes.
 */
export async function readJsonFile<Shape>(path: string, schema: object): Promise<Shape> {
  const text = (await readTextFile(path)).normalize("NFC");
  const json = parse(path, text);
  const mistakes = [...findRepeatedKeys(text), ...findShapeMistakes(schema, json)];
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  // Safe: the schema has just confirmed the shape.
  return json as Shape;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new JsonFileError(path, [{ path: "", found, allowed: "one JSON object" }]);
  }
}
