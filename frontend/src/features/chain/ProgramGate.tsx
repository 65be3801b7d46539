import { type ReactElement, type ReactNode, useEffect } from "react";
import type { Address } from "viem";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { explainError } from "../../lib/errors/explainError";
import { planHref } from "../../lib/site/Route";
import { useChainInfo } from "./ChainContext";
import { useKind } from "./useKind";
import { type LedgerState, useLedger } from "./useLedger";
import { type Program, useProgram } from "./useProgram";
import { versionOf } from "./versionOf";

interface Props {
  address: Address;
  children: (program: Program, state: LedgerState) => ReactNode;
}

/** Reads a program and its events, and shows what to do where that fails. */
export function ProgramGate({ address, children }: Props): ReactElement {
  const { rpcUrl } = useChainInfo();
  const ledger = useLedger(address);
  const program = useProgram(address, ledger.data === undefined ? 0 : versionOf(ledger.data));
  const failed = [program, ledger].find(({ isError, data }) => isError && data === undefined);
  const kind = useKind(failed === undefined ? undefined : address);
  if (kind.data === "plan") return <ToPlan address={address} />;
  if (failed !== undefined) {
    const { title, detail } = explainError(failed.error);
    const retry = (): void => {
      void program.refetch();
      void ledger.refetch();
    };
    return (
      <Notice action={<Button onClick={retry}>Try again</Button>} title={title} tone="bad">
        {detail} Node: {rpcUrl}
      </Notice>
    );
  }
  if (program.data === undefined) return <Waiting what="Reading the program’s terms" />;
  if (ledger.data === undefined) return <Waiting what="Reading the program’s events" />;
  return (
    <>
      {ledger.isError && (
        <Notice
          action={<Button onClick={() => void ledger.refetch()}>Try again</Button>}
          title={explainError(ledger.error).title}
          tone="bad"
        >
          {`Node: ${rpcUrl}. The page shows block ${ledger.data.head.number} and keeps trying.`}
        </Notice>
      )}
      {children(program.data, ledger.data)}
    </>
  );
}

/** Whoever asked for a plan by a program's link is shown the plan. */
function ToPlan({ address }: { address: Address }): ReactElement {
  useEffect(() => window.location.replace(planHref(address)), [address]);
  return <Waiting what="Opening the equity plan" />;
}
