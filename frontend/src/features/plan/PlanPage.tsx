import { printableName } from "@core/text/printableName";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactElement, useMemo, useState } from "react";
import type { Address } from "viem";
import { CurrencyChoice } from "../chain/CurrencyChoice";
import { QueryBoundary } from "../chain/QueryBoundary";
import { Compared } from "../second/Compared";
import { readPlanNumbers } from "../second/readPlanNumbers";
import { GrantsCard } from "./GrantsCard";
import { PlanFlowCard } from "./PlanFlowCard";
import { PlanGate } from "./PlanGate";
import { PlanHead } from "./PlanHead";
import { PlanMoneyCard } from "./PlanMoneyCard";
import { PlanRulesCard } from "./PlanRulesCard";
import { revisionOfPlan } from "./revisionOfPlan";
import { SourcesCard } from "./SourcesCard";
import { UnitsCard } from "./UnitsCard";
import type { Plan } from "./usePlan";
import { usePlanNow } from "./usePlanNow";
import type { PlanPast } from "./usePlanPast";

/** An equity plan: its units, its money and where it goes, and every grant of it. */
export function PlanPage({ address }: { address: Address }): ReactElement {
  return (
    <PlanGate address={address}>{(plan, past) => <PlanView past={past} plan={plan} />}</PlanGate>
  );
}

interface Props {
  plan: Plan;
  past: UseQueryResult<PlanPast>;
}

/** What the plan answers is there at once; what its events tell follows. */
function PlanView({ plan, past }: Props): ReactElement | null {
  const [chosen, setChosen] = useState<Address>();
  const currency = plan.currencies.find(({ address }) => address === chosen) ?? plan.currencies[0];
  const revision = revisionOfPlan(past.data);
  const state = usePlanNow(plan, revision);
  const read = useMemo(() => readPlanNumbers(plan, []), [plan]);
  if (currency === undefined) return null;
  const choice = (
    <CurrencyChoice
      chosen={currency}
      currencies={plan.currencies}
      label="Currency"
      onChoose={({ address }) => setChosen(address)}
    />
  );
  return (
    <Compared address={plan.address} name="plan" read={read} revision={revision}>
      <title>{`${printableName(plan.settings.name) || "Equity plan"} – Tributary`}</title>
      <PlanHead plan={plan} tools={choice} />
      <QueryBoundary query={state} what="Reading the plan">
        {(now) => (
          <>
            <UnitsCard now={now} plan={plan} />
            {now.money.map((money) => (
              <PlanMoneyCard key={money.currency.address} money={money} now={now} plan={plan} />
            ))}
            <QueryBoundary query={past} what="Reading the plan’s events">
              {(told) => (
                <PlanFlowCard
                  currency={currency}
                  now={now}
                  past={told}
                  plan={plan}
                  revision={revision}
                />
              )}
            </QueryBoundary>
            <GrantsCard currency={currency} now={now} plan={plan} revision={revision} />
            <SourcesCard currency={currency} now={now} plan={plan} revision={revision} />
            <PlanRulesCard now={now} plan={plan} />
          </>
        )}
      </QueryBoundary>
    </Compared>
  );
}
