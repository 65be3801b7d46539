import { type Address, pad, toHex } from "viem";
import type { BatchCredit, BatchSale } from "../../core/batches/Batch.ts";
import { ETHER, SALE } from "./openBench.ts";

/** What the sales of a batch are like. */
export interface Draw {
  readonly size: number;
  readonly currency: Address;
  /** Their partners are taken in turn from the first so many. */
  readonly partners: number;
  /** A credit for each of so many roles, or so many credits of one role by weight. */
  readonly roles?: number;
  readonly weights?: number;
  readonly kinds?: number;
}

let drawn = 0;

/** Sales of kind 0, or of so many kinds in turn, with three credits on three roles unless told otherwise. */
export function drawSales(draw: Draw): readonly Omit<BatchSale, "time">[] {
  const { size, currency, partners, roles = 3, weights, kinds = 1 } = draw;
  const count = weights ?? roles;
  return Array.from({ length: size }, (_, index) => {
    drawn += 1;
    const credits = Array.from({ length: count }, (_, k): BatchCredit => {
      const partner = 1 + ((drawn * count + k) % partners);
      return weights === undefined
        ? { partner, role: k, weight: 1 }
        : { partner, role: 0, weight: 10 + k };
    });
    return {
      id: pad(toHex(`INV-2026-${drawn}`), { dir: "right" }),
      kind: index % kinds,
      amount: currency === ETHER ? SALE / 1000n : SALE,
      payer: undefined,
      credits,
    };
  });
}
