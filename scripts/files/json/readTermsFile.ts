import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { parseTerms } from "../../../core/terms/parseTerms.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import schema from "../../../schema/terms.schema.json" with { type: "json" };
import { readJsonFile } from "./readJsonFile.ts";

/** Reads and checks a terms file; refuses it with all its mistakes. */
export async function readTermsFile(path: string): Promise<ParsedTerms> {
  const { terms, mistakes } = parseTerms(await readJsonFile<TermsFile>(path, schema));
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return terms;
}
