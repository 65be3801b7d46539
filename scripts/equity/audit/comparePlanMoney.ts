import type { Time } from "../../../core/deal/Terms.ts";
import { earningsOf } from "../../../core/equity/earningsOf.ts";
import { levelIn } from "../../../core/equity/levelIn.ts";
import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import type { PlanLedger, PlanMoneyBook } from "../../../core/ledger/plan/PlanLedger.ts";
import { sum } from "../../../core/money/sum.ts";
import { balanceOfPlan } from "../chain/balanceOfPlan.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import type { PlanComparison } from "./PlanComparison.ts";

/** Compares levels and what is set aside, and what is counted with what everybody can ask for and with the token's own balance. */
export async function comparePlanMoney(
  comparison: PlanComparison,
  plan: EquityPlan,
  ledger: PlanLedger,
  { block, time }: PlanHistory,
): Promise<void> {
  for (const [index, book] of ledger.money.entries()) {
    const { currency, counted } = book;
    const { level, waiting, treasury } = levelIn(ledger.books, index);
    comparison.ask("levelOf", [currency.address], (found) => {
      comparison.equal(`level in ${currency.symbol}`, level, found.level);
      const amount = (what: string, one: bigint, two: bigint) =>
        comparison.amount(what, currency, one, two);
      amount("all that is counted", counted, found.counted);
      amount("waiting", waiting, found.waiting);
      amount("the treasury's", treasury, found.treasury);
      amount("the tax account's", book.tax, found.tax);
      amount("on offer", book.offered, found.offered);
    });
    const claims = claimsIn(ledger, index, book, time);
    if (claims > counted)
      comparison.amount(
        "what is counted, which covers all that is owed",
        currency,
        claims,
        counted,
      );
    const balance = await balanceOfPlan(plan, currency, block);
    if (balance === undefined) comparison.silent.push(currency.symbol);
    else if (balance < counted)
      comparison.amount("balance that covers what is counted", currency, counted, balance);
  }
}

/** All that somebody can or will be able to take out. */
function claimsIn(ledger: PlanLedger, index: number, book: PlanMoneyBook, now: Time): bigint {
  const { waiting, treasury } = levelIn(ledger.books, index);
  const ofGrants = ledger.grants.map(({ grant }) => {
    const { held, payable, owed } = earningsOf(ledger.books, grant, index, now);
    return held + payable + owed;
  });
  return waiting + treasury + book.tax + book.offered + sum(ofGrants);
}
