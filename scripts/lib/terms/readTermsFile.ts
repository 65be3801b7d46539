import { readTextFile } from "../text/readTextFile.ts";
import { findRepeatedKeys } from "./findRepeatedKeys.ts";
import { findShapeMistakes } from "./findShapeMistakes.ts";
import type { ParsedTerms } from "./ParsedTerms.ts";
import { parseTerms } from "./parseTerms.ts";
import type { TermsFile } from "./TermsFile.ts";
import { TermsFileError } from "./TermsFileError.ts";

/** Reads and checks a terms file; refuses it with all its mistakes. */
export async function readTermsFile(path: string): Promise<ParsedTerms> {
  const text = await readTextFile(path);
  const json = parseJson(path, text);
  const shape = [...findRepeatedKeys(text), ...findShapeMistakes(json)];
  if (shape.length > 0) throw new TermsFileError(path, shape);
  // Safe: the schema has just confirmed the shape.
  const { terms, mistakes } = parseTerms(json as TermsFile);
  if (mistakes.length > 0) throw new TermsFileError(path, mistakes);
  return terms;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new TermsFileError(path, [{ path: "", found, allowed: "one JSON object" }]);
  }
}
