import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { readTextFile } from "../readTextFile.ts";
import { parseTermsFile } from "./parseTermsFile.ts";

/** Reads and checks a terms file; refuses it with all its mistakes. */
export async function readTermsFile(path: string): Promise<ParsedTerms> {
  return parseTermsFile(path, await readTextFile(path));
}
