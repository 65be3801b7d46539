import { ONE } from "../../core/money/ppm.ts";
import type { SaleMargin } from "./Simulation.ts";

const BINS = 20;

/** The operator's part of each sale, as the sales go by. */
export class Margins {
  readonly counts: number[] = new Array(BINS).fill(0);
  worst: SaleMargin | undefined;
  best: SaleMargin | undefined;
  #sum = 0;
  #count = 0;

  /** Millionths; undefined where there was no sale. */
  get mean(): number | undefined {
    return this.#count === 0 ? undefined : Math.floor(this.#sum / this.#count);
  }

  count(sale: Omit<SaleMargin, "margin">): void {
    const margin = Number((sale.left * BigInt(ONE)) / sale.amount);
    this.#sum += margin;
    this.#count += 1;
    const bin = Math.min(BINS - 1, Math.floor((margin * BINS) / ONE));
    this.counts[bin] = (this.counts[bin] ?? 0) + 1;
    if (this.worst === undefined || margin < this.worst.margin) this.worst = { ...sale, margin };
    if (this.best === undefined || margin > this.best.margin) this.best = { ...sale, margin };
  }
}
