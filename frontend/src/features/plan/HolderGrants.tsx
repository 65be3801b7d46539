import { type ReactElement, useMemo } from "react";
import { Empty } from "../../components/Empty";
import { QueryBoundary } from "../chain/QueryBoundary";
import { Compared } from "../second/Compared";
import { readPlanNumbers } from "../second/readPlanNumbers";
import { ComingCard } from "./ComingCard";
import { GrantCard } from "./GrantCard";
import type { HolderCardProps, MaybePast } from "./HolderCardProps";
import { HolderMoneyCard } from "./HolderMoneyCard";
import { PastCard } from "./PastCard";
import { revisionOfPlan } from "./revisionOfPlan";
import { useGrants } from "./useGrants";

type Props = Omit<HolderCardProps, "grants"> & MaybePast & { ids: readonly bigint[] };

/** A holder's grants and those that come to it: their money, each of them, and what happened. */
export function HolderGrants({ ids, past, ...card }: Props): ReactElement {
  const { plan, now, holder } = card;
  const revision = revisionOfPlan(past);
  const grants = useGrants(plan, ids, revision);
  const read = useMemo(() => readPlanNumbers(plan, ids), [plan, ids]);
  return (
    <Compared address={plan.address} name={holder} read={read} revision={revision}>
      <QueryBoundary query={grants} what="Reading the grants">
        {(found) => {
          const mine = found.filter((grant) => grant.holder === holder);
          return (
            <>
              <ComingCard {...card} grants={found} />
              {mine.length === 0 && <Empty>This address has no units in this plan.</Empty>}
              {mine.length > 0 &&
                now.money.map((money) => (
                  <HolderMoneyCard
                    key={money.currency.address}
                    {...card}
                    grants={mine}
                    money={money}
                  />
                ))}
              {mine.map((grant) => (
                <GrantCard
                  grant={grant}
                  isOnly={mine.length === 1}
                  key={String(grant.id)}
                  now={now}
                  past={past}
                  plan={plan}
                />
              ))}
              {mine.length > 0 && past !== undefined && (
                <PastCard {...card} grants={mine} past={past} />
              )}
            </>
          );
        }}
      </QueryBoundary>
    </Compared>
  );
}
