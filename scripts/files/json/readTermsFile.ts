import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { readTextFile } from "../readTextFile.ts";
import { parseTermsFile } from "./parseTermsFile.ts";

/**
 * Reads and checks a terms file; refuses it with all its mistakes.
 * @param decimals Of its currencies by their symbols, where a chain knows them.
 */
export async function readTermsFile(
  path: string,
  decimals: ReadonlyMap<string, number> = new Map(),
): Promise<ParsedTerms> {
  const text = await readTextFile(path);
  return parseTermsFile(path, text, (symbol) => decimals.get(symbol) ?? decimalsOf(symbol));
}
