import { formatUnits } from "viem";
import { bookOf } from "../../core/equity/bookOf.ts";
import { earningsOf } from "../../core/equity/earningsOf.ts";
import { levelIn } from "../../core/equity/levelIn.ts";
import { outstandingOf } from "../../core/equity/outstandingOf.ts";
import { vestedUnits } from "../../core/equity/vestedUnits.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import type { PlanSimulation } from "./PlanSimulation.ts";

/**
 * The document that `equity simulate --json` prints: amounts as decimals, levels as the contract keeps them. What is not a grant's stands
 * by currency, and where there is only one beside it.
 */
export function toPlanJson(simulation: PlanSimulation) {
  const { plan, at, books, grants, refused } = simulation;
  const currencies = plan.currencies.map((currency, index) => {
    const { level, treasury, waiting } = levelIn(books, index);
    const show = (amount: bigint) => formatUnits(amount, currency.decimals);
    const money = { treasury: show(treasury), waiting: show(waiting), level: `${level}` };
    return { currency: currency.symbol, ...money };
  });
  const [only, ...others] = currencies;
  return {
    ...{ name: plan.name, at: formatIsoTime(at), outstanding: `${outstandingOf(books)}` },
    rows: grants.flatMap((entry) =>
      plan.currencies.map((currency, index) => toRow(simulation, entry, currency, index)),
    ),
    ...(only !== undefined && others.length === 0
      ? { treasury: only.treasury, waiting: only.waiting, level: only.level }
      : {}),
    ...{ currencies, refused },
  };
}

function toRow(
  { books, at }: PlanSimulation,
  { listed, grant, sold }: PlanSimulation["grants"][number],
  { symbol, decimals }: PlanSimulation["plan"]["currencies"][number],
  currency: number,
) {
  const show = (amount: bigint) => formatUnits(amount, decimals);
  const { held, payable, owed, paid } = earningsOf(books, grant, currency, at);
  return {
    ...{ grant: listed.id, holder: listed.terms.holder, units: `${grant.units}` },
    vested: `${vestedUnits(books, grant, at)}`,
    ...{ held: show(held), payable: show(payable), paid: show(paid), owed: show(owed) },
    ...{ withheld: show(bookOf(grant, currency).withheld), sold: show(sold[currency] ?? 0n) },
    currency: symbol,
  };
}
