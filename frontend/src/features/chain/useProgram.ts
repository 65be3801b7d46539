import type { Currency } from "@core/currency/Currency";
import { storedDecimals } from "@core/currency/storedDecimals";
import type { Terms } from "@core/deal/Terms";
import { programAbi } from "@generated/abis";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import { useChainInfo } from "./ChainContext";
import { readCurrency } from "./readCurrency";
import { tellApart } from "./tellApart";
import { useReader } from "./useReader";

/** A program as its terms in force have it. */
export interface Program {
  readonly address: Address;
  readonly terms: Terms;
  readonly termsHash: Hex;
  readonly currencies: readonly Currency[];
}

/** Thrown when an address holds no contract. */
class NoProgramError extends Error {
  override readonly name = "NoProgramError";

  constructor(address: Address, chain: string) {
    super(
      `There is no contract at ${address} on ${chain}. Check the address, and that the node is of the right chain.`,
    );
  }
}

/**
 * Reads a program's terms and currencies, once for each version of the terms; meanwhile the last version stays.
 *
 * @param version How many amendments are in force.
 */
export function useProgram(address: Address, version: number): UseQueryResult<Program> {
  const { chain } = useChainInfo();
  const client = useReader();
  return useQuery({
    queryKey: ["program", chain.id, address, version],
    placeholderData: (last, query) => (query?.queryKey[2] === address ? last : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    queryFn: async (): Promise<Program> => {
      const code = await client.getCode({ address });
      if (code === undefined) throw new NoProgramError(address, chain.name);
      const contract = { address, abi: programAbi };
      const [terms, termsHash] = await Promise.all([
        client.readContract({ ...contract, functionName: "terms" }),
        client.readContract({ ...contract, functionName: "termsHash" }),
      ]);
      const decimals = storedDecimals(code, terms.currencies.length);
      const currencies = await Promise.all(
        terms.currencies.flatMap((currency, index) => {
          // The first place is zero where the program takes no ETH.
          if (currency === zeroAddress) return [];
          const known = { index, address: getAddress(currency), decimals: decimals[index] ?? 0 };
          return [readCurrency(client, known, chain.nativeCurrency)];
        }),
      );
      return { address, terms, termsHash, currencies: tellApart(currencies) };
    },
  });
}
