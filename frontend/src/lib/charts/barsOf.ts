import { weightOf } from "./weightOf";

interface Earned {
  readonly period: number;
  readonly net: bigint;
  readonly locks: bigint;
}

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly weight: number;
  readonly title: string;
  readonly isOpen: boolean;
}

interface Bars {
  readonly largest: bigint;
  readonly bars: readonly Bar[];
}

/** What each period earned, as bars relative to the best of them. */
export function barsOf(
  periods: readonly Earned[],
  now: bigint,
  titleOf: (period: number, net: bigint) => string,
): Bars {
  let largest = 0n;
  for (const { net } of periods) if (net > largest) largest = net;
  const bars = periods.map(({ period, net, locks }) => ({
    key: `${period}`,
    label: `${period}`,
    weight: weightOf(net, largest),
    title: titleOf(period, net),
    isOpen: locks > now,
  }));
  return { largest, bars };
}
