import schema from "../../../schema/terms.schema.json" with { type: "json" };
import { JsonFileError } from "../json/JsonFileError.ts";
import { readJsonFile } from "../json/readJsonFile.ts";
import type { ParsedTerms } from "./ParsedTerms.ts";
import { parseTerms } from "./parseTerms.ts";
import type { TermsFile } from "./TermsFile.ts";

/** Reads and checks a terms file; refuses it with all its mistakes. */
export async function readTermsFile(path: string): Promise<ParsedTerms> {
  const { terms, mistakes } = parseTerms(await readJsonFile<TermsFile>(path, schema));
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return terms;
}
