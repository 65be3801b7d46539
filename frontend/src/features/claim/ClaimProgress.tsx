import type { Currency } from "@core/currency/Currency";
import type { ReactElement } from "react";
import type { Hash } from "viem";
import { Amount } from "../../components/Amount";
import { Button } from "../../components/Button";
import { HexText } from "../../components/HexText";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import type { ClaimState } from "./ClaimState";

interface Props {
  state: ClaimState;
  currency: Currency;
  onRetry: () => void;
  onCheck: (hash: Hash) => void;
}

/** What is shown at each step of a claim. */
export function ClaimProgress({ state, currency, onRetry, onCheck }: Props): ReactElement | null {
  switch (state.step) {
    case "idle":
      return null;
    case "checking":
      return <Waiting what="Trying the claim out" />;
    case "signing":
      return <Waiting what="Confirm in your wallet" />;
    case "pending":
      return (
        <Notice title="Sent. Waiting for the chain to confirm it" tone="info">
          <Transaction hash={state.hash} />
        </Notice>
      );
    case "confirmed":
      return (
        <Notice
          title={state.paid > 0n ? "Paid" : "Nothing yet: claim again for the rest"}
          tone="good"
        >
          <Amount amount={state.paid} decimals={currency.decimals} symbol={currency.symbol} />
          {" in "}
          <Transaction hash={state.hash} />
        </Notice>
      );
    case "unknown":
      return (
        <Notice
          action={<Button onClick={() => onCheck(state.hash)}>Look again</Button>}
          title="Sent, but not confirmed yet"
          tone="warn"
        >
          The chain has not taken it in for three minutes. It may still do so: do not send it twice.{" "}
          <Transaction hash={state.hash} />
        </Notice>
      );
    case "failed":
      return (
        <Notice
          action={<Button onClick={onRetry}>Try again</Button>}
          title={state.why.title}
          tone={state.why.cause === "rejected" ? "warn" : "bad"}
        >
          {state.why.detail} {state.hash !== undefined && <Transaction hash={state.hash} />}
        </Notice>
      );
  }
}

function Transaction({ hash }: { hash: Hash }): ReactElement {
  const { explorer } = useChainInfo();
  return (
    <>
      {"transaction "}
      <HexText hex={hash} href={explorerLink(explorer, "tx", hash)} what="transaction" />
    </>
  );
}
