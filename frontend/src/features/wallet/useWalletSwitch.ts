import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useConnection, useSwitchChain } from "wagmi";
import { useChainInfo } from "../chain/ChainContext";
import { switchWallet } from "./switchWallet";

/** Brings the wallet to the site's chain. One that does not know it is told the site's own node; never a node that only a link names. */
export function useWalletSwitch(): UseMutationResult<void, Error, void> {
  const { chain, listed } = useChainInfo();
  const { connector } = useConnection();
  const change = useSwitchChain();
  return useMutation({
    mutationFn: async () => {
      if (listed !== undefined) await change.mutateAsync({ chainId: chain.id });
      else if (connector !== undefined) await switchWallet(connector, chain.id);
    },
  });
}
