import { TributaryError } from "../../core/TributaryError.ts";
import type { CountedPaths } from "./CountedPaths.ts";
import { channelsOnce } from "./channelsOnce.ts";
import type { ShapleyValues } from "./ShapleyValues.ts";

/** All coalitions of as many channels take two tables of 2^24 doubles: 256 MB. */
const MOST_CHANNELS = 24;
/** Rates are whole multiples of 2^-52, kept as a high and a low half, so that sums of 2^24 of them are exact in doubles. */
const HALF = 2 ** 26;

/**
 * Shapley values where a coalition of channels is worth the rate of sales on the paths that it covers alone: their sales
 * divided by their number, 0 where there are none. All coalitions are counted. A coalition's rate is rounded to
 * 2^-52; from there on everything is whole numbers, so that channels that are alike get the same to the last bit.
 *
 * The values add up to the rate of all paths. One can be below 0: that of a channel whose paths sell less often than others.
 * A path without a channel counts for nobody.
 */
export function shapleyRate(paths: CountedPaths): ShapleyValues {
  const placeOf = placesOf(paths);
  const players = placeOf.reduce((most, place) => Math.max(most, place + 1), 0);
  if (players > MOST_CHANNELS) {
    throw new TributaryError("Shapley values of the rate go through all coalitions of channels.", {
      found: `${players} channels`,
      allowed: `at most ${MOST_CHANNELS}`,
      todo: "Group the channels into fewer, or use the game of conversions, which has no limit.",
    });
  }
  const sums = sumRates(ratesOf(paths, placeOf, players), players);
  const values = valuesOf(sums, players);
  const parts = Array.from(placeOf, (place) => (place < 0 ? 0n : (values[place] ?? 0n)));
  return { parts, whole: factorial(players) << 52n };
}

/** Numbers for the channels that are on a path; -1 for the others. */
function placesOf({ channels, steps }: CountedPaths): Int32Array {
  const placeOf = new Int32Array(channels).fill(-1);
  for (let step = 0; step < steps.length; step += 1) placeOf[steps[step] as number] = 0;
  let players = 0;
  for (const [channel, place] of placeOf.entries()) {
    if (place < 0) continue;
    placeOf[channel] = players;
    players += 1;
  }
  return placeOf;
}

/** The rate of each coalition, by its bits. */
function ratesOf(paths: CountedPaths, placeOf: Int32Array, players: number): Float64Array {
  const { conversions, nulls } = paths;
  const sales = new Float64Array(2 ** players);
  const all = new Float64Array(2 ** players);
  channelsOnce(paths, (path, found, size) => {
    let coalition = 0;
    for (let place = 0; place < size; place += 1) {
      coalition |= 1 << (placeOf[found[place] as number] as number);
    }
    if (coalition === 0) return;
    sales[coalition] = (sales[coalition] as number) + (conversions[path] as number);
    all[coalition] =
      (all[coalition] as number) + (conversions[path] as number) + (nulls[path] as number);
  });
  addSubsets(sales);
  addSubsets(all);
  for (let coalition = 0; coalition < sales.length; coalition += 1) {
    const counted = all[coalition] as number;
    sales[coalition] = counted === 0 ? 0 : (sales[coalition] as number) / counted;
  }
  return sales;
}

/** Adds to each coalition's number those of all its parts, channel by channel. */
function addSubsets(table: Float64Array): void {
  for (let bit = 1; bit < table.length; bit *= 2) {
    for (let base = 0; base < table.length; base += 2 * bit) {
      for (let whole = base + bit; whole < base + 2 * bit; whole += 1) {
        table[whole] = (table[whole] as number) + (table[whole - bit] as number);
      }
    }
  }
}

/** Sums of rates, high and low half: of all coalitions of a size, and of those of a size that have a channel. */
interface Sums {
  readonly bySize: Float64Array;
  readonly byChannel: Float64Array;
}

function sumRates(rates: Float64Array, players: number): Sums {
  const row = 2 * (players + 1);
  const bySize = new Float64Array(row);
  const byChannel = new Float64Array(players * row);
  for (let coalition = 1; coalition < rates.length; coalition += 1) {
    const rate = Math.round((rates[coalition] as number) * HALF * HALF);
    if (rate === 0) continue;
    const high = Math.floor(rate / HALF);
    const low = rate - high * HALF;
    const place = 2 * sizeOf(coalition);
    bySize[place] = (bySize[place] as number) + high;
    bySize[place + 1] = (bySize[place + 1] as number) + low;
    for (let rest = coalition; rest !== 0; rest &= rest - 1) {
      const cell = (31 - Math.clz32(rest & -rest)) * row + place;
      byChannel[cell] = (byChannel[cell] as number) + high;
      byChannel[cell + 1] = (byChannel[cell + 1] as number) + low;
    }
  }
  return { bySize, byChannel };
}

/** How many bits are set. */
function sizeOf(coalition: number): number {
  const pairs = coalition - ((coalition >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What each channel adds to a coalition of n, taken over all orders in which the channels could have come: times n!. */
function valuesOf({ bySize, byChannel }: Sums, players: number): bigint[] {
  const row = 2 * (players + 1);
  return Array.from({ length: players }, (_, channel) => {
    let value = 0n;
    for (let size = 1; size <= players; size += 1) {
      const having = join(byChannel, channel * row + 2 * size);
      value += factorial(size - 1) * factorial(players - size) * having;
      if (size === players) continue;
      const lacking = join(bySize, 2 * size) - having;
      value -= factorial(size) * factorial(players - size - 1) * lacking;
    }
    return value;
  });
}

function join(halves: Float64Array, place: number): bigint {
  return BigInt(halves[place] ?? 0) * BigInt(HALF) + BigInt(halves[place + 1] ?? 0);
}

function factorial(number: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= number; factor += 1) product *= BigInt(factor);
  return product;
}
