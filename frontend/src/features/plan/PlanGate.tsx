import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import type { Address } from "viem";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { explainError } from "../../lib/errors/explainError";
import { useChainInfo } from "../chain/ChainContext";
import { type Plan, usePlan } from "./usePlan";
import { type PlanPast, usePlanPast } from "./usePlanPast";

interface Props {
  address: Address;
  children: (plan: Plan, past: UseQueryResult<PlanPast>) => ReactNode;
}

/** Reads a plan and begins to read its events, and shows what to do where that fails. */
export function PlanGate({ address, children }: Props): ReactElement {
  const { rpcUrl } = useChainInfo();
  const plan = usePlan(address);
  if (plan.data !== undefined) return <WithPast plan={plan.data}>{children}</WithPast>;
  if (!plan.isError) return <Waiting what="Reading the plan’s settings" />;
  const { title, detail } = explainError(plan.error);
  return (
    <Notice
      action={<Button onClick={() => void plan.refetch()}>Try again</Button>}
      title={title}
      tone="bad"
    >
      {detail} Node: {rpcUrl}
    </Notice>
  );
}

function WithPast({ plan, children }: { plan: Plan } & Pick<Props, "children">): ReactElement {
  const { rpcUrl } = useChainInfo();
  const past = usePlanPast(plan);
  return (
    <>
      {past.isError && past.data !== undefined && (
        <Notice
          action={<Button onClick={() => void past.refetch()}>Try again</Button>}
          title={explainError(past.error).title}
          tone="bad"
        >
          {`Node: ${rpcUrl}. The page shows block ${past.data.head.number} and keeps trying.`}
        </Notice>
      )}
      {past.data !== undefined && past.data.ledger.disagreements.length > 0 && (
        <Notice title="The plan’s events contradict each other" tone="bad">
          Do not trust this node or this contract: what the events tell does not add up.{" "}
          <code>equity audit</code> says where.
        </Notice>
      )}
      {children(plan, past)}
    </>
  );
}
