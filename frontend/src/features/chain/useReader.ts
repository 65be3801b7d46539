import { useMemo } from "react";
import { useClient } from "wagmi";
import { type Reader, readerOf } from "../../lib/site/openReader";
import { useChainInfo } from "./ChainContext";

/** The client that reads the site's chain through the site's node, whatever the wallet is on. */
export function useReader(): Reader {
  const { chain } = useChainInfo();
  const client = useClient({ chainId: chain.id });
  if (client === undefined) throw new Error(`No client for chain ${chain.id}.`);
  return useMemo(() => readerOf(client), [client]);
}
