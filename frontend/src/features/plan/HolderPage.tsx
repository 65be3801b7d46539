import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { Icon } from "../../components/Icon";
import { planHref } from "../../lib/site/Route";
import { QueryBoundary } from "../chain/QueryBoundary";
import { ExitNotice } from "./ExitNotice";
import { FoundGrants } from "./FoundGrants";
import { HolderGrants } from "./HolderGrants";
import { HolderHead } from "./HolderHead";
import { PlanGate } from "./PlanGate";
import { revisionOfPlan } from "./revisionOfPlan";
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
            {past.data === undefined ? (
              <FoundGrants holder={holder} now={state} past={past} plan={plan} />
            ) : (
              <Told holder={holder} now={state} past={past.data} plan={plan} />
            )}
          </>
        )}
      </QueryBoundary>
    </>
  );
}

interface ToldProps extends Omit<HolderProps, "past"> {
  past: PlanPast;
  now: PlanNow;
}

/** Whose a grant is, and comes to, the plan's events tell; what it is now, its views. */
function Told({ plan, now, past, holder }: ToldProps): ReactElement {
  const { grants } = past.ledger;
  const own = grants.filter((grant) => grant.holder === holder);
  const coming = grants.filter(({ move }) => move?.to === holder && BigInt(move.until) > now.time);
  const ids = [...own, ...coming].map(({ id }) => id);
  return <HolderGrants holder={holder} ids={ids} now={now} past={past} plan={plan} />;
}
