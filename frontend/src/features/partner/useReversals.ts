import type { Currency } from "@core/currency/Currency";
import { periodAt } from "@core/deal/periods";
import { useAsk } from "../chain/useAsk";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { PartyCardProps } from "./PartyCardProps";

/** What was taken back of a party's lines, by the period of their sales, as the events tell it. */
export function useReversals(
  { program, state, party }: PartyCardProps,
  { address }: Currency,
): ReadonlyMap<number, bigint> {
  const { terms } = program;
  const lines = useAsk(program, state, "reversed", party, address).data ?? [];
  const times = useBlockTimes(lines.map(({ sale }) => sale.place));
  const reversals = new Map<number, bigint>();
  for (const { sale, reversed } of lines) {
    const time = times.get(sale.place.block);
    if (time === undefined) continue;
    const period = periodAt(terms, Number(time));
    reversals.set(period, (reversals.get(period) ?? 0n) + reversed);
  }
  return reversals;
}
