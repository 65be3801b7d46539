import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { readSymbols } from "../../files/json/readSymbols.ts";
import { readTermsFile } from "../../files/json/readTermsFile.ts";
import type { Chain } from "../openChain.ts";
import { readDecimals } from "./readDecimals.ts";

/** Reads a terms file as a chain's tokens count. */
export async function readTermsFor(
  chain: Chain,
  ignitionFolder: string,
  file: string,
): Promise<ParsedTerms> {
  const decimals = await readDecimals(chain, ignitionFolder, await readSymbols(file));
  return readTermsFile(file, decimals);
}
