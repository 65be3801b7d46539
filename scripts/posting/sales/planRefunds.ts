import { encodeFunctionData, type Hex } from "viem";
import { nextTag } from "../../../core/batches/nextTag.ts";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { showStanding } from "../../chain/sales/showStanding.ts";
import type { Posting } from "../journal/Posting.ts";
import type { MadeRefund } from "./findChanged.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/** Refunds that can be sent, each on the refunds of its sale that went before. */
export interface RefundPlan {
  /** In an order in which those of one sale follow each other. */
  readonly refunds: readonly ListedRefund[];
  /** Whether some are of the same sale: one batch then has to be mined before the next. */
  readonly isChained: boolean;
  /** The call that makes some of them, after those that were sent. */
  encode(refunds: readonly ListedRefund[]): Hex;
  /** Counts refunds as sent: the next ones of their sales go on from them. */
  sent(refunds: readonly ListedRefund[]): void;
}

/**
 * Plans refunds on the refunds that were made: each names the tag that follows from those of its sale, so that the program skips it
 * where there are others, or it is made already.
 */
export async function planRefunds(
  { program, evidence }: Pick<Posting, "program" | "evidence">,
  refunds: readonly ListedRefund[],
  made: ReadonlyMap<Hex, MadeRefund>,
): Promise<RefundPlan> {
  const bySale = Map.groupBy(refunds, ({ sale }) => keyOf(sale));
  const sales = [...bySale.values()].flatMap(([first]) =>
    first === undefined ? [] : [first.sale],
  );
  const shown = new Map<string, ShownSale>();
  for (const [index, sale] of (await showStanding(program, sales)).entries()) {
    const own = sales[index];
    if (own !== undefined) shown.set(keyOf(own), sale);
  }
  const tags = new Map<string, bigint>();
  for (const [id, one] of made) tags.set(keyOf(one), nextTag(tags.get(keyOf(one)) ?? 0n, id));
  const toItems = (some: readonly ListedRefund[]) => {
    const own = new Map(tags);
    return some.map(({ id, sale, amount, reason }) => {
      const key = keyOf(sale);
      const tag = own.get(key) ?? 0n;
      own.set(key, nextTag(tag, id));
      const words = shown.get(key);
      if (words === undefined) throw new RangeError(`the sale ${sale.id} is not shown`);
      return { sale: words, id, tag, amount, reason };
    });
  };
  return {
    refunds: [...bySale.values()].flat(),
    isChained: bySale.size < refunds.length,
    encode: (some) =>
      encodeFunctionData({
        ...{ abi: programAbi, functionName: "refund", args: [toItems(some), evidence] },
      }),
    sent: (some) => {
      for (const { id, sale } of some) {
        tags.set(keyOf(sale), nextTag(tags.get(keyOf(sale)) ?? 0n, id));
      }
    },
  };
}

function keyOf({
  batch,
  place,
}: {
  readonly batch: number | bigint;
  readonly place: number | bigint;
}) {
  return `${batch} ${place}`;
}
