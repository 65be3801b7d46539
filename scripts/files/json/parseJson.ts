import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { findRepeatedKeys } from "./findRepeatedKeys.ts";
import { findShapeMistakes } from "./findShapeMistakes.ts";

const SYNTAX =
  "one JSON object: names and texts in double quotes, a comma between two entries and none behind the last, no comments";

/** The JSON of a user's file, its accents composed (NFC) as all texts are compared, and all that departs from a schema. */
export function parseJson(
  path: string,
  source: string,
  schema: object,
): { json: unknown; mistakes: readonly JsonMistake[] } {
  const text = source.normalize("NFC");
  const json = parse(path, text);
  return { json, mistakes: [...findRepeatedKeys(text), ...findShapeMistakes(schema, json)] };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = text.trim() === "" ? "nothing" : `what is no JSON: ${message}`;
    throw new JsonFileError(path, [{ path: "", found, allowed: SYNTAX }]);
  }
}
