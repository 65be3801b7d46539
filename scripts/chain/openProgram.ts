import type { Hex } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { storedDecimals } from "../../core/currency/storedDecimals.ts";
import type { Terms } from "../../core/deal/Terms.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { hashTerms } from "../../core/terms/hashTerms.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import type { Deployed } from "./Deployed.ts";
import { isAnswer } from "./isAnswer.ts";
import { NoContractError } from "./NoContractError.ts";
import type { Chain } from "./openChain.ts";
import { parseAddressOf } from "./parseAddressOf.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { readProgram } from "./readProgram.ts";

/** A program on a chain, with its terms. */
export interface Program extends Deployed {
  readonly terms: Terms;
  readonly termsHash: Hex;
  readonly currencies: readonly Currency[];
  /** Those of them whose tokens do not say what the program holds: what is paid in them waits. */
  readonly silent: readonly Currency[];
}

/** Finds the program at an address and reads its terms, which must have the hash that it announces. */
export async function openProgram(chain: Chain, text: string): Promise<Program> {
  const address = parseAddressOf("program", text);
  const code = await chain.client.getCode({ address });
  if (code === undefined || code === "0x") {
    throw new NoContractError(chain, "program", { address, found: "no contract" });
  }
  const [termsHash, terms] = await Promise.all([
    readProgram({ chain, address }, "termsHash", []),
    readProgram({ chain, address }, "terms", []),
  ]).catch((error: unknown) => {
    // Only what the contract answered tells that it is no program; a node's fault is told as one.
    if (!isAnswer(error, programAbi)) throw error;
    const found = "a contract that is no Tributary program";
    throw new NoContractError(chain, "program", { address, found, cause: error });
  });
  if (hashTerms(terms) !== termsHash) {
    throw new TributaryError(
      `The terms that ${address} shows do not have the hash that it announces.`,
      {
        found: `${hashTerms(terms)} instead of ${termsHash}`,
        todo: "Do not trust this contract, or the RPC that shows it.",
      },
    );
  }
  const decimals = storedDecimals(code, terms.currencies.length);
  const [currencies, solvency] = await Promise.all([
    readCurrencies(chain, terms.currencies, decimals),
    readProgram({ chain, address }, "solvency", []),
  ]);
  const silent = currencies.filter(({ index }) => solvency[index]?.answers !== true);
  return { ...{ chain, address, terms, termsHash }, currencies, silent };
}
