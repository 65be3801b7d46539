import type { ReactElement } from "react";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { explainError } from "../../lib/errors/explainError";
import { useChainInfo } from "../chain/ChainContext";
import { useWalletSwitch } from "./useWalletSwitch";

/** Tells a wallet that is on another chain than the site, and offers to switch it. */
export function WrongChain(): ReactElement | null {
  const { chain, listed } = useChainInfo();
  const { chainId, status } = useConnection();
  const change = useWalletSwitch();
  if (status !== "connected" || chainId === chain.id) return null;
  const failure = change.isError ? explainError(change.error) : undefined;
  const isUnknown = failure?.cause === "failed" && listed === undefined;
  return (
    <Notice
      action={
        <Button disabled={change.isPending} look="primary" onClick={() => change.mutate()}>
          {change.isPending ? "Answer in your wallet …" : `Switch to ${chain.name}`}
        </Button>
      }
      title="Your wallet is on another chain"
      tone="warn"
    >
      {failure === undefined
        ? `It is on chain ${chainId ?? "unknown"}; what this page shows is on ${chain.name} (${chain.id}).`
        : `${failure.title}. ${failure.detail}`}
      {isUnknown &&
        " This site does not list the chain, so it gives your wallet no node for it. Add the chain in your wallet, with a node that you trust."}
    </Notice>
  );
}
