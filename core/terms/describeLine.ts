import type { Currency } from "../currency/Currency.ts";
import { NEVER, PER_YEAR, type StandingLine, type Terms } from "../deal/Terms.ts";
import { formatMicro } from "../text/formatMicro.ts";
import { formatPercentage } from "../text/formatPercentage.ts";
import { formatTime } from "../text/formatTime.ts";
import { printable } from "../text/printable.ts";

/** What a standing line earns, in one line for people. */
export function describeLine(
  line: StandingLine,
  { kinds }: Terms,
  currencies: readonly Currency[],
): string {
  const { name, holder, kinds: bits, starts, ends, rates } = line;
  const own = kinds.filter((_, index) => ((bits >> index) & 1) === 1).map(printable);
  const until = ends === 0 ? "" : ` until ${formatTime(ends)}`;
  const clauses = describeClauses(line, currencies).join("");
  return `Standing line ${printable(name)}: ${rates.map(formatPercentage).join(", then ")} of ${own.join(", ")} from ${formatTime(starts)}${until}${clauses}, to ${holder}.`;
}

function describeClauses({ clauses }: StandingLine, currencies: readonly Currency[]): string[] {
  const { cap, capPer, threshold, thresholdPer, fee, minimum, currency, buyout } = clauses;
  const symbol = currencies.find(({ index }) => index === currency)?.symbol ?? "";
  const per = (time: number) => (time === PER_YEAR ? "a year" : "in all");
  return [
    ...(thresholdPer === NEVER
      ? []
      : [`; only of revenue beyond ${formatMicro(threshold)} ${per(thresholdPer)}`]),
    ...(capPer === NEVER ? [] : [`; at most ${formatMicro(cap)} ${per(capPer)}`]),
    ...(fee === 0n ? [] : [`; and ${formatMicro(fee)} ${symbol} each period`]),
    ...(minimum === 0n ? [] : [`; at least ${formatMicro(minimum)} ${symbol} each period`]),
    ...(buyout === 0
      ? []
      : [`; its price by default ${formatMicro(BigInt(buyout))} times its last twelve periods`]),
  ];
}
