import type { Currency } from "../../currency/Currency.ts";
import type { Amounts } from "../../deal/amountOf.ts";
import { NEVER, PER_YEAR, type StandingLine } from "../../deal/Terms.ts";
import { formatMicro } from "../../text/formatMicro.ts";
import { describeAmounts } from "./describeAmounts.ts";

/** What limits a standing line, guarantees it or prices it, in sentences. */
export function describeClauses(
  { clauses }: StandingLine,
  currencies: readonly Currency[],
): string[] {
  const { cap, capPer, threshold, thresholdPer, fee, minimum, buyout } = clauses;
  const show = (amounts: Amounts) => describeAmounts(amounts, currencies);
  const sentences: string[] = [];
  if (thresholdPer !== NEVER) {
    sentences.push(`Only of what comes in beyond ${show(threshold)} ${per(thresholdPer)}.`);
  }
  if (capPer !== NEVER) sentences.push(`At most ${show(cap)} ${per(capPer)}.`);
  if (fee.length > 0) sentences.push(`A fee of ${show(fee)} for each period it runs.`);
  if (minimum.length > 0)
    sentences.push(`Never less than ${show(minimum)} for a period, its fee counted.`);
  if (fee.length + minimum.length > 0) {
    sentences.push(
      "Guarantees are paid from the period’s residual, then from the line’s own reserve; what neither covers is owed. Older lines come first.",
    );
  }
  if (buyout > 0) {
    sentences.push(
      `The operator may offer to buy it, by default for ${formatMicro(BigInt(buyout))} times what its last twelve periods earned; the holder decides.`,
    );
  }
  return sentences;
}

function per(time: number): string {
  return time === PER_YEAR ? "in a year of the line" : "over its life";
}
