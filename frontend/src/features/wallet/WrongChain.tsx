import type { ReactElement } from "react";
import { useConnection, useSwitchChain } from "wagmi";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { explainError } from "../../lib/errors/explainError";
import { useChainInfo } from "../chain/ChainContext";

/** Tells a wallet that is on another chain than the site, and offers to switch it. */
export function WrongChain(): ReactElement | null {
  const { chain } = useChainInfo();
  const { chainId, status } = useConnection();
  const change = useSwitchChain();
  if (status !== "connected" || chainId === chain.id) return null;
  const failure = change.isError ? explainError(change.error) : undefined;
  return (
    <Notice
      action={
        <Button
          disabled={change.isPending}
          look="primary"
          onClick={() => change.mutate({ chainId: chain.id })}
        >
          {change.isPending ? "Answer in your wallet …" : `Switch to ${chain.name}`}
        </Button>
      }
      title="Your wallet is on another chain"
      tone="warn"
    >
      {failure === undefined
        ? `It is on chain ${chainId ?? "unknown"}; what this page shows is on ${chain.name} (${chain.id}).`
        : `${failure.title}. ${failure.detail}`}
    </Notice>
  );
}
