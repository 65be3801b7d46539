import type { HolderCardProps, MaybePast } from "./HolderCardProps";
import { usePlanView } from "./usePlanView";

/** Asked one by one; of more the events tell sooner. */
const MOST_ASKED = 200n;

type Asked = Pick<HolderCardProps, "plan" | "now" | "holder"> & MaybePast;

/**
 * The grants that are a holder's, and those that are about to come to it. The plan's events tell; while they are read, or where they cannot be,
 * each grant is asked whose it is. Undefined while neither is known.
 */
export function useHolderIds({ plan, now, holder, past }: Asked): readonly bigint[] | undefined {
  const isAsked = past === undefined && now.grants <= MOST_ASKED;
  const count = isAsked ? Number(now.grants) : 0;
  const found = usePlanView(plan, ["whose", holder, `${count}`], "any", async (read) => {
    const ids = Array.from({ length: count }, (_, index) => BigInt(index) + 1n);
    const states = await Promise.all(ids.map((id) => read.grantAt([id])));
    return ids.filter((_, index) => states[index]?.holder === holder);
  });
  if (past === undefined) return isAsked ? found.data : undefined;
  const { grants } = past.ledger;
  const isTheirs = ({ holder: owner, move }: (typeof grants)[number]): boolean =>
    owner === holder || (move?.to === holder && BigInt(move.until) > now.time);
  // In their order, so that a grant that comes over changes nothing of the question.
  return grants.filter(isTheirs).map(({ id }) => id);
}
