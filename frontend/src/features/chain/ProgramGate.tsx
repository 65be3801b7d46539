import { type ReactElement, type ReactNode, useEffect } from "react";
import type { Address } from "viem";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { explainError } from "../../lib/errors/explainError";
import { planHref } from "../../lib/site/Route";
import { useChainInfo } from "./ChainContext";
import type { ProgramState } from "./ProgramState";
import { periodOf } from "./periodOf";
import { useHead } from "./useHead";
import { useHistory } from "./useHistory";
import { useKind } from "./useKind";
import { type Program, useProgram } from "./useProgram";

interface Props {
  address: Address;
  children: (program: Program, state: ProgramState) => ReactNode;
}

/** Reads a program, shows it as soon as it answers, and what to do where it does not. Its past follows. */
export function ProgramGate({ address, children }: Props): ReactElement {
  const { rpcUrl } = useChainInfo();
  const head = useHead();
  const program = useProgram(address);
  const history = useHistory(address, head.data);
  const failed = [program, head].find(({ isError, data }) => isError && data === undefined);
  const kind = useKind(failed === undefined ? undefined : address);
  const { refetch } = program;
  const time = head.data?.time ?? 0n;
  const period = program.data && periodOf(program.data.terms, time)?.number;
  // Other terms come into force with a period, or with a consent.
  const moment = program.data && `${history.news} ${period}`;
  useEffect(() => {
    if (moment !== undefined) void refetch();
  }, [moment, refetch]);
  if (kind.data === "plan") return <ToPlan address={address} />;
  if (failed !== undefined) {
    const { title, detail } = explainError(failed.error);
    const retry = (): void => {
      void refetch();
      void head.refetch();
    };
    return (
      <Notice action={<Button onClick={retry}>Try again</Button>} title={title} tone="bad">
        {detail} Node: {rpcUrl}
      </Notice>
    );
  }
  if (program.data === undefined || head.data === undefined)
    return <Waiting what="Reading the program’s terms" />;
  const failure = head.isError ? explainError(head.error) : history.failure;
  return (
    <>
      {failure !== undefined && (
        <Notice
          action={<Button onClick={() => void head.refetch()}>Try again</Button>}
          title={failure.title}
          tone="bad"
        >
          {`${failure.detail} Node: ${rpcUrl}. The page shows block ${head.data.number} and keeps trying.`}
        </Notice>
      )}
      {children(program.data, { ...history, head: head.data })}
    </>
  );
}

/** Whoever asked for a plan by a program's link is shown the plan. */
function ToPlan({ address }: { address: Address }): ReactElement {
  useEffect(() => window.location.replace(planHref(address)), [address]);
  return <Waiting what="Opening the equity plan" />;
}
