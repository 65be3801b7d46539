import type { Currency } from "@core/currency/Currency";
import { storedDecimals } from "@core/currency/storedDecimals";
import type { Terms } from "@core/deal/Terms";
import { programAbi } from "@generated/abis/Program";
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
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

const OLDEST = 60_000;

/** Reads a program's terms and currencies; all of them again only where other terms are in force. */
export function useProgram(address: Address): UseQueryResult<Program> {
  const { chain } = useChainInfo();
  const client = useReader();
  const queries = useQueryClient();
  const queryKey = ["program", chain.id, address];
  return useQuery({
    queryKey,
    staleTime: OLDEST,
    refetchInterval: OLDEST,
    retry: 1,
    // A program keeps its identity while its terms do; comparing them part by part would be slower.
    structuralSharing: false,
    queryFn: async (): Promise<Program> => {
      const contract = { address, abi: programAbi };
      const readHash = (): Promise<Hex> =>
        client.readContract({ ...contract, functionName: "termsHash" });
      const known = queries.getQueryData<Program>(queryKey);
      if (known !== undefined && known.termsHash === (await readHash())) return known;
      const [code, terms, termsHash] = await Promise.all([
        client.getCode({ address }),
        client.readContract({ ...contract, functionName: "terms" }),
        readHash(),
      ]).catch(async (error: unknown) => {
        const code = await client.getCode({ address });
        throw code === undefined ? new NoProgramError(address, chain.name) : error;
      });
      if (code === undefined) throw new NoProgramError(address, chain.name);
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
