import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, zeroHash } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { packBatch } from "../../../core/batches/packBatch.ts";

export type UntimedSale = Omit<BatchSale, "time">;

interface Posting {
  readonly program: Address;
  readonly currency: Address;
  /** The numbers of everybody whom a line may go to. */
  readonly partners: readonly number[];
  readonly sales: readonly UntimedSale[];
}

const LATE = 0n;
const FIRST = 1n;

/** Posts sales that have just occurred, in the first lane's next window. */
export async function postSales(
  connection: NetworkConnection<ChainType | string>,
  { program, currency, partners, sales }: Posting,
): Promise<void> {
  const contract = await connection.viem.getContractAt("IProgram", program);
  const [begins, last, head] = await contract.read.laneOf([FIRST, currency]);
  const until = await now(connection);
  const packed = packBatch({ partners, sales: at(until - 1n, sales) });
  const from = last === 0n ? begins : last;
  await contract.write.post([currency, FIRST, head, from, until, zeroHash, packed]);
}

/** Posts sales in the lane that knows no windows. */
export async function postLate(
  connection: NetworkConnection<ChainType | string>,
  { program, currency, partners, sales }: Posting,
): Promise<void> {
  const contract = await connection.viem.getContractAt("IProgram", program);
  const [, , head] = await contract.read.laneOf([LATE, currency]);
  const packed = packBatch({ partners, sales: at(await now(connection), sales) });
  await contract.write.post([currency, LATE, head, 0n, 0n, zeroHash, packed]);
}

async function now(connection: NetworkConnection<ChainType | string>): Promise<bigint> {
  const client = await connection.viem.getPublicClient();
  return (await client.getBlock()).timestamp;
}

function at(time: bigint, sales: readonly UntimedSale[]): BatchSale[] {
  return sales.map((sale) => ({ ...sale, time: Number(time) }));
}
