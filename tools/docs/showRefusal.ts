import { pad } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { JsonFileError } from "../../core/json/JsonFileError.ts";
import { encodeTerms } from "../../core/terms/encodeTerms.ts";
import { parseTerms } from "../../core/terms/parseTerms.ts";
import type { TermsFile } from "../../core/terms/TermsFile.ts";

/** What a user reads of terms that are refused. */
export function showRefusal(terms: TermsFile): string {
  const { terms: parsed } = parseTerms(terms, decimalsOf);
  try {
    encodeTerms("terms.json", parsed, {
      account: pad("0x1", { size: 20 }),
      time: 1,
      tokens: new Map(),
    });
  } catch (error) {
    if (error instanceof JsonFileError) return error.message;
    throw error;
  }
  throw new Error("These terms are not refused.");
}
