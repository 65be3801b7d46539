import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import { readTextFile } from "../readTextFile.ts";
import { parseJson } from "./parseJson.ts";

/**
 * Reads a JSON file of the user's, and refuses it with all that departs from its schema.
 * @typeParam Shape What the schema describes.
 */
export async function readJsonFile<Shape>(path: string, schema: object): Promise<Shape> {
  const { json, mistakes } = parseJson(path, await readTextFile(path), schema);
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  // Safe: the schema has just confirmed the shape.
  return json as Shape;
}
