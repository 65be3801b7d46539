import type { Query } from "@tanstack/react-query";

const LOCAL_CHAINS: readonly number[] = [1337, 31_337];

/** How often a chain is asked for news, in ms: seldom on public ones, and more seldom while it does not answer. */
export function pollEvery(chainId: number): (query: Pick<Query, "state">) => number {
  const usual = LOCAL_CHAINS.includes(chainId) ? 2_000 : 12_000;
  return ({ state }) => (state.status === "error" ? usual * 4 : usual);
}
