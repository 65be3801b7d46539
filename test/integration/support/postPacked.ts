import { type Address, zeroHash } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { packBatch } from "../../../core/batches/packBatch.ts";
import { type ShownSale, showSales } from "../../../core/batches/showSales.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { readProgram } from "../../../scripts/chain/readProgram.ts";
import { send } from "../../../scripts/chain/send.ts";

/** Where a batch goes: the late lane where nothing is said. */
export interface PackedPlace {
  readonly account: Address;
  readonly currency: Address;
  readonly lane?: bigint;
  readonly from?: bigint;
  readonly until?: bigint;
}

/** Posts a batch past the journal of posted sales, on its lane's head. Returns its sales as refunds and disputes take them. */
export async function postPacked(
  program: Program,
  { account, currency, lane = 0n, from = 0n, until = 0n }: PackedPlace,
  sales: readonly BatchSale[],
): Promise<ShownSale[]> {
  const { chain, address } = program;
  const [, , head] = await readProgram(program, "laneOf", [lane, currency]);
  const packed = packBatch({ partners: [], sales });
  const { logs } = await send(chain, {
    ...{ address, abi: programAbi, account, functionName: "post" },
    args: [currency, lane, head, from, until, zeroHash, packed],
  });
  const [batch] = decodeEventsNamed(logs, ["BatchPosted"]);
  const show = showSales(decodeEventsNamed(logs, ["SalePosted"]), batch?.args.root ?? "0x");
  return sales.map((_, place) => show(place));
}
