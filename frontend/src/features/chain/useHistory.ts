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
  const { chain, rpcUrl, list } = useChainInfo();
  const key = `${chain.id} ${rpcUrl} ${address}`;
  const known = LINKS.get(key);
  if (known !== undefined) return known;
  const listed = list.programs.find(
    (one) => one.address === address && (one.chainId ?? chain.id) === chain.id,
  );
  const files = listed?.history && new URL(`${listed.history}/`, document.baseURI).href;
  const source = { rpcUrl, chainId: chain.id, address, files, creation: listed?.creation };
  const link = new HistoryLink(key, source);
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
