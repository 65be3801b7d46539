import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { QueryBoundary } from "../chain/QueryBoundary";
import type { HolderCardProps } from "./HolderCardProps";
import { HolderGrants } from "./HolderGrants";
import type { PlanPast } from "./usePlanPast";
import { usePlanView } from "./usePlanView";

/** Asked one by one; of more the events tell sooner. */
const MOST_ASKED = 200n;

type Props = Omit<HolderCardProps, "grants"> & { past: UseQueryResult<PlanPast> };

/** A holder's grants while the events are read, or where they cannot be: each grant is asked whose it is. */
export function FoundGrants({ plan, now, holder, past }: Props): ReactElement {
  const isFew = now.grants <= MOST_ASKED;
  const asked = isFew ? now.grants : 0n;
  const own = usePlanView(plan, ["whose", holder, `${asked}`], "before", async (read) => {
    const ids = Array.from({ length: Number(asked) }, (_, index) => BigInt(index) + 1n);
    const states = await Promise.all(ids.map((id) => read.grantAt([id])));
    return ids.filter((_, index) => states[index]?.holder === holder);
  });
  return (
    <>
      {isFew && (
        <QueryBoundary query={own} what="Looking for the holder’s grants">
          {(ids) => (
            <HolderGrants holder={holder} ids={ids} now={now} past={undefined} plan={plan} />
          )}
        </QueryBoundary>
      )}
      <QueryBoundary query={past} what="Reading the plan’s events">
        {() => null}
      </QueryBoundary>
    </>
  );
}
