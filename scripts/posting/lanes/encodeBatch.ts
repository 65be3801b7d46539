import { encodeFunctionData, type Hex } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { nextHead } from "../../../core/batches/nextHead.ts";
import { packBatch } from "../../../core/batches/packBatch.ts";
import type { Currency } from "../../../core/currency/Currency.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Companions } from "./companionsOf.ts";
import type { LaneBatch } from "./nextBatch.ts";

/** What the batches of a run share. */
export interface BatchSetting {
  readonly currency: Currency;
  readonly companions: Companions;
  readonly evidence: Hex;
}

/** A call of `post`, and its lane's head after it. */
export interface EncodedBatch {
  readonly data: Hex;
  readonly head: bigint;
}

/** The call that posts a batch on the head of its lane. */
export function encodeBatch(
  { currency, companions, evidence }: BatchSetting,
  { lane, from, until, sales }: LaneBatch<BatchSale>,
  head: bigint,
): EncodedBatch {
  const packed = packSales(companions, sales);
  const place = { head, lane, from, until, evidence, packed };
  return {
    data: encodeFunctionData({
      abi: programAbi,
      functionName: "post",
      args: [
        ...([currency.address, BigInt(lane), head, BigInt(from), BigInt(until)] as const),
        ...([evidence, packed] as const),
      ],
    }),
    head: nextHead({ ...place, currency: currency.index }),
  };
}

/** Sales as the program takes them, with all that their lines may go to. */
export function packSales(companions: Companions, sales: readonly BatchSale[]): Hex {
  const credited = new Set(sales.flatMap(({ credits }) => credits.map(({ partner }) => partner)));
  return packBatch({ partners: companions(credited), sales });
}
