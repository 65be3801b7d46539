import { useEffect, useSyncExternalStore } from "react";
import type { Address } from "viem";
import { HistoryLink } from "../../history/HistoryLink";
import type { Head } from "../../history/HistorySource";
import type { HistoryState } from "../../history/HistoryState";
import { useChainInfo } from "./ChainContext";

/** One for each program of a chain, as long as the page is open. */
const LINKS = new Map<string, HistoryLink>();

/** A program's past, read in a worker. */
export function useHistoryLink(address: Address): HistoryLink {
  const { chain, rpcUrl } = useChainInfo();
  const key = `${chain.id} ${rpcUrl} ${address}`;
  const known = LINKS.get(key);
  if (known !== undefined) return known;
  const link = new HistoryLink(key, { rpcUrl, chainId: chain.id, address });
  LINKS.set(key, link);
  return link;
}

/** How far a program's past is read; goes on with each block that the chain comes to. */
export function useHistory(address: Address, head: Head | undefined): HistoryState {
  const link = useHistoryLink(address);
  const state = useSyncExternalStore(link.subscribe, link.state);
  useEffect(() => {
    if (head !== undefined) void link.advance(head);
  }, [link, head]);
  return state;
}
