import { type Address, getAddress, type Hex, isAddress } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { storedDecimals } from "../../core/currency/storedDecimals.ts";
import type { Terms } from "../../core/deal/Terms.ts";
import { causesOf } from "../../core/logs/causesOf.ts";
import { findRevert } from "../../core/messages/findRevert.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { hashTerms } from "../../core/terms/hashTerms.ts";
import { programAbi } from "../../generated/abis.ts";
import type { Chain } from "./openChain.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { readProgram } from "./readProgram.ts";

/** A program on a chain, with its terms. */
export interface Program {
  readonly chain: Chain;
  readonly address: Address;
  readonly terms: Terms;
  readonly termsHash: Hex;
  readonly currencies: readonly Currency[];
  /** Those of them whose tokens do not say what the program holds: what is paid in them waits. */
  readonly silent: readonly Currency[];
}

/** Finds the program at an address and reads its terms, which must have the hash that it announces. */
export async function openProgram(chain: Chain, text: string): Promise<Program> {
  const address = parseAddress(text);
  const code = await chain.client.getCode({ address });
  if (code === undefined || code === "0x") throw new NoProgramError(chain, address, "no contract");
  const [termsHash, terms] = await Promise.all([
    readProgram({ chain, address }, "termsHash", []),
    readProgram({ chain, address }, "terms", []),
  ]).catch((error: unknown) => {
    // Only what the contract answered tells that it is no program; a node's fault is told as one.
    if (!isAnswer(error)) throw error;
    throw new NoProgramError(chain, address, "a contract that is no Tributary program", error);
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

/** Whether a contract itself answered, by a refusal or by something else; a node's refusal says nothing of what lies there. */
function isAnswer(error: unknown): boolean {
  const causes = causesOf(error);
  if (causes.some(({ message }) => /execution reverted/i.test(message))) return true;
  return !causes.some((one) => "code" in one) || findRevert(error, programAbi) !== undefined;
}

function parseAddress(text: string): Address {
  if (text === "") {
    throw new TributaryError("Which program?", { todo: "Give its address: --program 0x…" });
  }
  if (!isAddress(text)) {
    throw new TributaryError(`"${text}" is no address.`, {
      allowed: "0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
      todo: "Give the program's address, which `program deploy` printed.",
    });
  }
  return getAddress(text);
}

/** Nothing, or something else, lies at a program's address. */
class NoProgramError extends TributaryError {
  override readonly name = "NoProgramError";

  constructor(
    { networkName, chainId, connection }: Chain,
    address: Address,
    found: string,
    cause?: unknown,
  ) {
    const isTemporary = connection.networkConfig.type === "edr-simulated";
    super(`There is no program at ${address} on the network "${networkName}" (chain ${chainId}).`, {
      found: `${found} there`,
      todo: isTemporary
        ? "This network is a chain that lives for one command; name another, such as --network localhost."
        : "Check the address and the network that --network names.",
    });
    this.cause = cause;
  }
}
