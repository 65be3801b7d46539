/** What sales are credited with, a row for each party of a sale: all its touches in that role together. */
export class Credits {
  #length = 0;
  /** The place of each row's sale in the file. */
  #sales = new Int32Array(1 << 12);
  #parties = new Int32Array(1 << 12);
  #weights = new Int32Array(1 << 12);
  /** The last row of each party. */
  readonly #rowOf: Int32Array;

  constructor(parties: number) {
    this.#rowOf = new Int32Array(parties).fill(-1);
  }

  /** Those of one sale together, in the order of their parties' first touches. */
  get columns(): {
    readonly sales: Int32Array;
    readonly parties: Int32Array;
    readonly weights: Int32Array;
  } {
    const whole = (column: Int32Array) => column.subarray(0, this.#length);
    return {
      sales: whole(this.#sales),
      parties: whole(this.#parties),
      weights: whole(this.#weights),
    };
  }

  /** Adds the touches of one sale; those of weight 0 are none. */
  add(sale: number, parties: Int32Array, shares: Int32Array, from: number, to: number): void {
    const first = this.#length;
    if (first + to - from > this.#sales.length) this.#grow(to - from);
    for (let index = from; index < to; index += 1) {
      const share = shares[index] as number;
      if (share === 0) continue;
      const party = parties[index] as number;
      const row = this.#rowOf[party] as number;
      if (row >= first) {
        this.#weights[row] = (this.#weights[row] as number) + share;
        continue;
      }
      this.#rowOf[party] = this.#length;
      this.#sales[this.#length] = sale;
      this.#parties[this.#length] = party;
      this.#weights[this.#length] = share;
      this.#length += 1;
    }
  }

  clear(): void {
    this.#length = 0;
    this.#rowOf.fill(-1);
  }

  #grow(more: number): void {
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(2 * (column.length + more));
      larger.set(column);
      return larger;
    };
    this.#sales = grown(this.#sales);
    this.#parties = grown(this.#parties);
    this.#weights = grown(this.#weights);
  }
}
