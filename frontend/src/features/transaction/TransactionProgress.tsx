import type { ReactElement, ReactNode } from "react";
import type { Hash } from "viem";
import { Button } from "../../components/Button";
import { HexText } from "../../components/HexText";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import type { TransactionState } from "./TransactionState";

interface Props<Result> {
  state: TransactionState<Result>;
  /** What is sent: “the claim”. */
  what: string;
  /** How it is told that it is done. */
  done: (result: Result) => { readonly title: string; readonly told: ReactNode };
  onRetry: () => void;
  onCheck: (hash: Hash) => void;
}

/** What is shown at each step of a transaction. */
export function TransactionProgress<Result>({
  state,
  what,
  done,
  onRetry,
  onCheck,
}: Props<Result>): ReactElement | null {
  switch (state.step) {
    case "idle":
      return null;
    case "checking":
      return <Waiting what={`Trying ${what} out`} />;
    case "signing":
      return <Waiting what="Confirm in your wallet" />;
    case "pending":
      return (
        <Notice title="Sent. Waiting for the chain to confirm it" tone="info">
          <Sent hash={state.hash} />
        </Notice>
      );
    case "confirmed": {
      const { title, told } = done(state.result);
      return (
        <Notice title={title} tone="good">
          {told}
          {" in "}
          <Sent hash={state.hash} />
        </Notice>
      );
    }
    case "unknown":
      return (
        <Notice
          action={<Button onClick={() => onCheck(state.hash)}>Look again</Button>}
          title="Sent, but not confirmed yet"
          tone="warn"
        >
          The chain has not taken it in for three minutes. It may still do so: do not send it twice.{" "}
          <Sent hash={state.hash} />
        </Notice>
      );
    case "failed":
      return (
        <Notice
          action={<Button onClick={onRetry}>Try again</Button>}
          title={state.why.title}
          tone={state.why.cause === "rejected" ? "warn" : "bad"}
        >
          {state.why.detail} {state.hash !== undefined && <Sent hash={state.hash} />}
        </Notice>
      );
  }
}

function Sent({ hash }: { hash: Hash }): ReactElement {
  const { explorer } = useChainInfo();
  return (
    <>
      {"transaction "}
      <HexText hex={hash} href={explorerLink(explorer, "tx", hash)} what="transaction" />
    </>
  );
}
