import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type Address, isAddressEqual } from "viem";
import { useChainInfo } from "./ChainContext";

export interface KnownToken {
  /** Undefined for the chain's own coin. */
  readonly address: Address | undefined;
  readonly symbol: string;
}

/** What `tellApart` adds to a symbol that several currencies have. */
const TOLD_APART = / \(0x[^ ]+\)$/;

/** What a token could be taken for and is not: a listed token, or the chain's own coin. Null where it looks like none. */
export function useLookAlike({ address, symbol }: Currency): UseQueryResult<KnownToken | null> {
  const { chain, listed } = useChainInfo();
  const tokens = listed?.tokens ?? [];
  const isKnown =
    address === ETHER || tokens.some((token) => isAddressEqual(token.address, address));
  const others: readonly KnownToken[] = [
    ...tokens,
    { address: undefined, symbol: chain.nativeCurrency.symbol },
  ];
  return useQuery({
    queryKey: ["look-alike", chain.id, address, symbol],
    queryFn: async () => {
      // The table of letters that look alike is large, and few pages need it.
      const { findLookAlike } = await import("../../lib/text/findLookAlike");
      return findLookAlike(symbol.replace(TOLD_APART, ""), others) ?? null;
    },
    enabled: !isKnown,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
