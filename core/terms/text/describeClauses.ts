import type { Currency } from "../../currency/Currency.ts";
import { NEVER, PER_YEAR, type StandingLine } from "../../deal/Terms.ts";
import { formatMicro } from "../../text/formatMicro.ts";

/** What limits a standing line, guarantees it or prices it, in sentences. */
export function describeClauses(
  { clauses }: StandingLine,
  currencies: readonly Currency[],
): string[] {
  const { cap, capPer, threshold, thresholdPer, fee, minimum, currency, buyout } = clauses;
  const symbol = currencies.find(({ index }) => index === currency)?.symbol ?? "";
  const sentences: string[] = [];
  if (thresholdPer !== NEVER) {
    sentences.push(
      `Only of what comes in beyond ${formatMicro(threshold)} ${per(thresholdPer)}, in each currency.`,
    );
  }
  if (capPer !== NEVER)
    sentences.push(`At most ${formatMicro(cap)} ${per(capPer)}, in each currency.`);
  if (fee > 0n) sentences.push(`A fee of ${formatMicro(fee)} ${symbol} for each period it runs.`);
  if (minimum > 0n)
    sentences.push(
      `Never less than ${formatMicro(minimum)} ${symbol} for a period, its fee counted.`,
    );
  if (fee > 0n || minimum > 0n) {
    sentences.push(
      "Guarantees are paid from the period’s residual, then from the reserve; what neither covers is owed and paid first when money comes.",
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
