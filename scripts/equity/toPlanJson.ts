import { formatUnits } from "viem";
import { earningsOf } from "../../core/equity/earningsOf.ts";
import { levelIn } from "../../core/equity/levelIn.ts";
import { outstandingOf } from "../../core/equity/outstandingOf.ts";
import { vestedUnits } from "../../core/equity/vestedUnits.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import type { PlanSimulation } from "./PlanSimulation.ts";

/** The document that `equity simulate --json` prints: amounts as decimals, the level as the contract keeps it. */
export function toPlanJson({ plan, at, books, grants, refused }: PlanSimulation) {
  const { symbol, decimals } = plan.currency;
  const show = (amount: bigint) => formatUnits(amount, decimals);
  const { level, treasury, waiting } = levelIn(books, 0);
  return {
    ...{ name: plan.name, at: formatIsoTime(at), outstanding: `${outstandingOf(books)}` },
    rows: grants.map(({ listed, grant, sold }) => {
      const { held, payable, owed, paid } = earningsOf(books, grant, 0, at);
      return {
        ...{ grant: listed.id, holder: listed.terms.holder, units: `${grant.units}` },
        vested: `${vestedUnits(books, grant, at)}`,
        ...{ held: show(held), payable: show(payable), paid: show(paid), owed: show(owed) },
        ...{ withheld: show(grant.books[0]?.withheld ?? 0n), sold: show(sold), currency: symbol },
      };
    }),
    ...{ treasury: show(treasury), waiting: show(waiting), level: `${level}`, refused },
  };
}
