import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { Icon } from "../../components/Icon";
import { planHref } from "../../lib/site/Route";
import { QueryBoundary } from "../chain/QueryBoundary";
import { ExitNotice } from "./ExitNotice";
import { HolderGrants } from "./HolderGrants";
import { HolderHead } from "./HolderHead";
import { PlanGate } from "./PlanGate";
import { revisionOfPlan } from "./revisionOfPlan";
import { useHolderIds } from "./useHolderIds";
import type { Plan } from "./usePlan";
import { type PlanNow, usePlanNow } from "./usePlanNow";
import type { PlanPast } from "./usePlanPast";

interface Props {
  address: Address;
  holder: Address;
}

/** “My units”: what a holder has in a plan, when it vests, what it earned, and all that the holder can do about it. */
export function HolderPage({ address, holder }: Props): ReactElement {
  return (
    <>
      <a
        className="-mb-2 inline-flex items-center gap-1.5 self-start text-sm font-medium text-accent"
        href={planHref(address)}
      >
        <Icon className="rotate-180" name="chevron" />
        The plan
      </a>
      <PlanGate address={address}>
        {(plan, past) => <Holder holder={holder} past={past} plan={plan} />}
      </PlanGate>
    </>
  );
}

interface HolderProps {
  plan: Plan;
  past: UseQueryResult<PlanPast>;
  holder: Address;
}

function Holder({ plan, past, holder }: HolderProps): ReactElement {
  const revision = revisionOfPlan(past.data);
  const now = usePlanNow(plan, revision);
  return (
    <>
      <HolderHead holder={holder} plan={plan} revision={revision} />
      <QueryBoundary query={now} what="Reading the plan">
        {(state) => (
          <>
            <ExitNotice now={state} />
            <Found holder={holder} now={state} past={past} plan={plan} />
          </>
        )}
      </QueryBoundary>
    </>
  );
}

/** What the plan answers is there at once; what its events tell follows. */
function Found({ past, ...asked }: HolderProps & { now: PlanNow }): ReactElement {
  const ids = useHolderIds({ ...asked, past: past.data });
  return (
    <>
      {ids !== undefined && <HolderGrants {...asked} ids={ids} past={past.data} />}
      {past.data === undefined && (
        <QueryBoundary query={past} what="Reading the plan’s events">
          {() => null}
        </QueryBoundary>
      )}
    </>
  );
}
