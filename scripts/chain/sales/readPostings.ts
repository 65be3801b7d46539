import type { Hex } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import type { Posting } from "../../../core/ledger/findDuplicates.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";

/** A sale by its id, its place and its head. */
export interface HeadedPlace {
  readonly id: Hex;
  readonly batch: number;
  readonly place: number;
  readonly head: bigint;
}

/** Posted sales with what became of them, in the same order. */
export async function readPostings<Sale extends HeadedPlace>(
  program: Program,
  sales: readonly Sale[],
): Promise<(Sale & Posting)[]> {
  const asked = sales.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked);
  return sales.map((sale, index) => {
    const of = splitFields(sale.head, HEAD);
    const { refunded = 0n, dispute = 0 } = states[index] ?? {};
    const currency = program.terms.currencies[Number(of(HEAD.currency))];
    if (currency === undefined) throw new RangeError("a sale in a currency of none");
    return {
      ...sale,
      at: salePlace(sale.batch, sale.place),
      ...{ currency, refunded, amount: of(HEAD.amount) },
      // Who it was plays no part.
      payer: of(HEAD.paid) === 1n ? "paid here" : undefined,
      dispute: dispute === 0 ? undefined : { state: dispute },
    };
  });
}
