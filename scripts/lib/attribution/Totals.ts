import { WEIGHT } from "./WEIGHT.ts";

/** Amounts lie in limbs of 32 bits: a limb × `WEIGHT` is below 2^52, so that every step below is exact in a double. */
const LIMB = 2 ** 32;

/** The amounts of sales by their places in the file, from `first` on. */
export interface SaleAmounts {
  readonly first: number;
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
  /** By currency and party: limbs, of which the highest may grow to 2^53. */
  readonly #low: Float64Array;
  readonly #middle: Float64Array;
  readonly #high: Float64Array;

  constructor(parties: number, currencies: number) {
    this.#parties = parties;
    this.weights = new Float64Array(parties);
    this.#low = new Float64Array(parties * currencies);
    this.#middle = new Float64Array(parties * currencies);
    this.#high = new Float64Array(parties * currencies);
  }

  /** Adds the touches of one sale. */
  add(
    sale: number,
    { first, currency, low, middle, high }: SaleAmounts,
    parties: Int32Array,
    shares: Int32Array,
    from: number,
    to: number,
  ): void {
    const place = sale - first;
    const start = (currency[place] as number) * this.#parties;
    const lowest = low[place] as number;
    const upper = middle[place] as number;
    const highest = high[place] as number;
    for (let index = from; index < to; index += 1) {
      const weight = shares[index] as number;
      if (weight === 0) continue;
      const party = parties[index] as number;
      this.weights[party] = (this.weights[party] as number) + weight;
      const slot = start + party;
      const sum = (this.#low[slot] as number) + lowest * weight;
      const carry = Math.floor(sum / LIMB);
      this.#low[slot] = sum - carry * LIMB;
      if (carry === 0 && upper === 0 && highest === 0) continue;
      const above = (this.#middle[slot] as number) + upper * weight + carry;
      const next = Math.floor(above / LIMB);
      this.#middle[slot] = above - next * LIMB;
      this.#high[slot] = (this.#high[slot] as number) + highest * weight + next;
    }
  }

  /** The sum of amount × weight of a party, in the currency's smallest unit. */
  product(currency: number, party: number): bigint {
    const slot = currency * this.#parties + party;
    const [low, middle, high] = [this.#low, this.#middle, this.#high].map((limb) =>
      BigInt(limb[slot] ?? 0),
    ) as [bigint, bigint, bigint];
    return low + (middle << 32n) + (high << 64n);
  }

  /** What a party gets of a currency, floored. */
  amount(currency: number, party: number): bigint {
    return this.product(currency, party) / BigInt(WEIGHT);
  }
}
