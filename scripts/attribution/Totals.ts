import { WEIGHT } from "./models/WEIGHT.ts";

/** Amounts lie in limbs of 32 bits: a limb × `WEIGHT` is below 2^52, so that every step below is exact in a double. */
const LIMB = 2 ** 32;
/** Sums stay below this: with one product more they are below 2^53. */
const TOP = 2 ** 52;

/** The amounts of sales, a column each. */
export interface SaleAmounts {
  readonly currency: Uint8Array;
  readonly low: Uint32Array;
  readonly middle: Uint32Array;
  readonly high: Uint32Array;
}

/** What each party gets of all sales, as exact whole numbers: weights, and amounts × weights by currency. */
export class Totals {
  /** By party. Below 2^53 for nine billion sales. */
  readonly weights: Float64Array;
  readonly #parties: number;
  /** By currency and party: what of the low limbs is below `TOP`, and how many `TOP` there are beside. */
  readonly #low: Float64Array;
  readonly #tops: Float64Array;
  /** The other limbs, of which the highest may grow to 2^53. */
  readonly #middle: Float64Array;
  readonly #high: Float64Array;

  constructor(parties: number, currencies: number) {
    this.#parties = parties;
    this.weights = new Float64Array(parties);
    const [low, tops, middle, high] = Array.from(
      { length: 4 },
      () => new Float64Array(parties * currencies),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array];
    this.#low = low;
    this.#tops = tops;
    this.#middle = middle;
    this.#high = high;
  }

  /** Adds the touches of one sale, which has that place in the columns. */
  add(
    place: number,
    { currency, low, middle, high }: SaleAmounts,
    parties: Int32Array,
    shares: Int32Array,
    from: number,
    to: number,
  ): void {
    const start = (currency[place] as number) * this.#parties;
    const lowest = low[place] as number;
    const upper = middle[place] as number;
    const highest = high[place] as number;
    const isLarge = upper > 0 || highest > 0;
    for (let index = from; index < to; index += 1) {
      const weight = shares[index] as number;
      if (weight === 0) continue;
      const party = parties[index] as number;
      this.weights[party] = (this.weights[party] as number) + weight;
      const slot = start + party;
      let sum = (this.#low[slot] as number) + lowest * weight;
      if (sum >= TOP) {
        sum -= TOP;
        this.#tops[slot] = (this.#tops[slot] as number) + 1;
      }
      this.#low[slot] = sum;
      if (isLarge) this.#addUpper(slot, upper * weight, highest * weight);
    }
  }

  #addUpper(slot: number, middle: number, high: number): void {
    const sum = (this.#middle[slot] as number) + middle;
    const carry = Math.floor(sum / LIMB);
    this.#middle[slot] = sum - carry * LIMB;
    this.#high[slot] = (this.#high[slot] as number) + high + carry;
  }

  /** The sum of amount × weight of a party, in the currency's smallest unit. */
  product(currency: number, party: number): bigint {
    const slot = currency * this.#parties + party;
    const [low, tops, middle, high] = [this.#low, this.#tops, this.#middle, this.#high].map(
      (limb) => BigInt(limb[slot] ?? 0),
    ) as [bigint, bigint, bigint, bigint];
    return low + (tops << 52n) + (middle << 32n) + (high << 64n);
  }

  /** What a party gets of a currency, floored. */
  amount(currency: number, party: number): bigint {
    return this.product(currency, party) / BigInt(WEIGHT);
  }
}
