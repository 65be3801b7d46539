import type { Currency } from "../currency/Currency.ts";
import { NEVER, PER_YEAR, type StandingLine } from "../deal/Terms.ts";
import { formatIsoTime } from "../text/formatIsoTime.ts";
import { amountInFile } from "./amountInFile.ts";
import { microInFile } from "./microInFile.ts";
import { percentageInFile } from "./percentageInFile.ts";

/** A standing line in the words of a terms file. */
export function lineToJson(
  { name, holder, kinds: bits, starts, ends, rates, clauses }: StandingLine,
  kinds: readonly string[],
  currencies: readonly Currency[],
) {
  const { fee, minimum, currency, buyout } = clauses;
  const isGuaranteed = fee > 0n || minimum > 0n;
  return {
    name,
    holder,
    kinds: kinds.filter((_, index) => ((bits >> index) & 1) === 1),
    starts: formatIsoTime(starts),
    ends: ends === 0 ? null : formatIsoTime(ends),
    rates: rates.map(percentageInFile),
    cap: limitToJson(clauses.capPer, clauses.cap),
    threshold: limitToJson(clauses.thresholdPer, clauses.threshold),
    fee: amountInFile(fee),
    minimum: amountInFile(minimum),
    currency: isGuaranteed
      ? (currencies.find(({ index }) => index === currency)?.symbol ?? null)
      : null,
    buyout: amountInFile(BigInt(buyout)),
  };
}

function limitToJson(per: number, amount: bigint) {
  if (per === NEVER) return null;
  return { amount: microInFile(amount), per: per === PER_YEAR ? "year" : "lifetime" };
}
