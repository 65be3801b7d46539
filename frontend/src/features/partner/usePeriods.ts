import type { Currency } from "@core/currency/Currency";
import type { UseQueryResult } from "@tanstack/react-query";
import { periodOf } from "../chain/periodOf";
import { useView } from "../chain/useView";
import type { PartyCardProps } from "./PartyCardProps";

/** The newest periods that are read: enough for a chart and, with common holds, for all that is held. */
const MOST_PERIODS = 12;

/** A party's credits of one period, as the program's `statement` has them. */
export interface PeriodStatement {
  readonly period: number;
  readonly starts: bigint;
  readonly locks: bigint;
  /** Earned less reversed. */
  readonly net: bigint;
  readonly held: bigint;
  readonly claimed: bigint;
}

/** The statements of the last periods, oldest first. */
export function usePeriods(
  { program, state, party, revision }: PartyCardProps,
  currency: Currency,
): UseQueryResult<readonly PeriodStatement[]> {
  const { terms } = program;
  const current = periodOf(terms, state.head.time)?.number;
  const first = Math.max(0, (current ?? -1) - Math.max(MOST_PERIODS - 1, terms.holdPeriods));
  const count = current === undefined ? 0 : current - first + 1;
  const periods = Array.from({ length: count }, (_, index) => first + index);
  const key = ["periods", party, currency.address];
  return useView(program, key, revision, (read) =>
    Promise.all(
      periods.map(async (period) => {
        const [statement, [starts, , locks]] = await Promise.all([
          read.statement([party, currency.address, BigInt(period)]),
          read.periodTimes([BigInt(period)]),
        ]);
        return { period, starts, locks, ...statement };
      }),
    ),
  );
}
