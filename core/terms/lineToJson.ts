import { formatUnits } from "viem";
import type { Currency } from "../currency/Currency.ts";
import { ALL_KINDS, NEVER, PER_YEAR, type StandingLine } from "../deal/Terms.ts";
import { formatIsoTime } from "../text/formatIsoTime.ts";
import { MICRO_DECIMALS } from "../text/formatMicro.ts";
import { amountsInFile } from "./amountsInFile.ts";
import { percentageInFile } from "./percentageInFile.ts";

/** A standing line in the words of a terms file. */
export function lineToJson(
  { name, holder, kinds: bits, starts, ends, rates, clauses }: StandingLine,
  kinds: readonly string[],
  currencies: readonly Currency[],
) {
  const { fee, minimum, buyout } = clauses;
  return {
    name,
    holder,
    kinds: bits === ALL_KINDS ? ["*"] : kinds.filter((_, index) => ((bits >> index) & 1) === 1),
    starts: formatIsoTime(starts),
    ends: ends === 0 ? null : formatIsoTime(ends),
    rates: rates.map(percentageInFile),
    cap: limitToJson(clauses.capPer, amountsInFile(clauses.cap, currencies)),
    threshold: limitToJson(clauses.thresholdPer, amountsInFile(clauses.threshold, currencies)),
    fee: amountsInFile(fee, currencies),
    minimum: amountsInFile(minimum, currencies),
    buyout: buyout === 0 ? null : formatUnits(BigInt(buyout), MICRO_DECIMALS),
  };
}

function limitToJson(per: number, amount: ReturnType<typeof amountsInFile>) {
  if (per === NEVER) return null;
  return { amount, per: per === PER_YEAR ? "year" : "lifetime" };
}
