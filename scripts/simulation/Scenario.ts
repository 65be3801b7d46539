import type { Ppm } from "../../core/money/ppm.ts";

/** What is asked of a history beyond what happened; the neutral one changes nothing. */
export interface Scenario {
  /** Each sale's amount times this, in millionths. */
  readonly volume: bigint;
  /** In place of the refunds that happened: this part of each sale, as it is posted. */
  readonly refunds: Ppm | undefined;
  /** Each partner is this many; the sales go to them in turns. */
  readonly partners: number;
  /** The history begins anew each time it is over, until so many years are full. */
  readonly years: number | undefined;
  /** Seconds by which everything happens later. */
  readonly shift: number;
  /** What somebody pays in by itself in each period, with no sale, by the currency's symbol. */
  readonly paid: Readonly<Record<string, string>>;
  /** So many sales of the smallest unit come with each, of the same kind and credits. */
  readonly small: number;
}

export const AS_IT_WAS: Scenario = {
  volume: 1_000_000n,
  refunds: undefined,
  partners: 1,
  years: undefined,
  shift: 0,
  paid: {},
  small: 0,
};
