import { formatUnits } from "viem";
import type { Currency } from "../../../../core/currency/Currency.ts";
import { ALL } from "../../../../core/deal/Fraction.ts";
import { partOf } from "../../../../core/deal/partOf.ts";
import { NOT_PAID } from "../../../../core/deal/Terms.ts";
import { partnersNamed } from "../../../../core/ledger/partnersNamed.ts";
import type { SaleBook, SaleLine } from "../../../../core/ledger/SaleBook.ts";
import type { NamedCredit } from "../../../files/columns/splitCredits.ts";
import { basesOf } from "../basesOf.ts";
import type { Difference } from "../Difference.ts";
import { exactRateOf } from "../exactRateOf.ts";
import { isNet, type SortedLines, sortLines } from "../Posted.ts";
import type { Moment } from "../rateAt.ts";

/** A line that a credit must have brought. */
interface Due {
  readonly credit: NamedCredit;
  readonly role: number;
  readonly isResidual: boolean;
  /** Of all credits that share with it. */
  readonly weights: number;
}

/** Says where a posted sale's lines are not what its credits give: who has them, and how much of each role by weight. */
export function checkCredits(
  moment: Moment,
  sale: SaleBook,
  currency: Currency,
  credits: readonly NamedCredit[],
): Difference[] {
  const { terms, books } = moment;
  const sorted = sortLines(terms, sale);
  const amountOf = amountsOf(moment, sale, sorted);
  const credited = new Set(sorted.credited.map(({ line }) => line));
  const residual = new Set(sorted.residual);
  const nameOf = ({ number }: SaleLine) => books.partners.get(number)?.name ?? `${number}`;
  const text = (amount: bigint) => formatUnits(amount, currency.decimals);
  const weightOf = ({ isResidual }: Due, { role }: SaleLine) =>
    (isResidual ? sorted.residual : sorted.credited.map(({ line }) => line)).reduce(
      (sum, other) => (other.role === role ? sum + other.weight : sum),
      0,
    );
  const differences: Difference[] = [];
  const tell = (party: { partner: string; role: string }, expected: string, found: string) => {
    const what = `${party.partner} as ${party.role}: amount in ${currency.symbol}`;
    differences.push({ what, expected, found });
  };
  for (const due of duesOf(moment, credits)) {
    const lines = due.isResidual ? residual : credited;
    const { credit, role, weights } = due;
    const meant = partnersNamed(books, credit.partner).map(({ wallet }) => wallet);
    const line = [...lines].find((one) => one.role === role && meant.includes(one.partner));
    if (line === undefined) {
      tell(credit, `a line of weight ${credit.weight}`, "nothing");
      continue;
    }
    lines.delete(line);
    const expected = amountOf(due, line);
    if (line.amount !== expected) tell(credit, text(expected), text(line.amount));
    else if (line.weight * weights !== credit.weight * weightOf(due, line)) {
      const of = (weight: number, all: number) => `${weight} of ${all}`;
      differences.push({
        what: `${credit.partner} as ${credit.role}: weight`,
        expected: of(credit.weight, weights),
        found: of(line.weight, weightOf(due, line)),
      });
    }
  }
  for (const line of [...credited, ...residual]) {
    const role = terms.roles[line.role]?.name ?? `role ${line.role}`;
    tell({ partner: nameOf(line), role }, "nothing", text(line.amount));
  }
  return differences;
}

/** What a line must be by its exact rate and the weights: `⌊base × rate × weight ÷ the role's weights⌋`. */
function amountsOf(moment: Moment, sale: SaleBook, sorted: SortedLines) {
  const { netBase, residualBase } = basesOf(moment, sale, sorted);
  return ({ credit, isResidual, weights }: Due, line: SaleLine): bigint => {
    const rated = isNet(moment.terms, line) ? netBase : sale.amount;
    if (isResidual) return partOf(residualBase, ALL, credit.weight, weights);
    const rate = exactRateOf(moment, sorted, line);
    return rate === undefined ? 0n : partOf(rated, rate, credit.weight, weights);
  };
}

/** The lines that credits bring: one where their role earns on the kind, and one where it has the residual. */
function duesOf({ terms, kind }: Moment, credits: readonly NamedCredit[]): Due[] {
  const weights = new Map<string, number>();
  for (const { role, weight } of credits) weights.set(role, (weights.get(role) ?? 0) + weight);
  return credits.flatMap((credit) => {
    const role = terms.roles.findIndex(({ name }) => name === credit.role);
    const earns = (terms.roles[role]?.rates[kind] ?? NOT_PAID) !== NOT_PAID;
    const due = { credit, role, weights: weights.get(credit.role) ?? 0 };
    return [
      // A role that the terms do not have is due as well: no line can be it.
      ...(earns || role < 0 ? [{ ...due, isResidual: false }] : []),
      ...(role >= 0 && role === terms.residualRole ? [{ ...due, isResidual: true }] : []),
    ];
  });
}
