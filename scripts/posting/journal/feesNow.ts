import { formatGwei } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Posting } from "./Posting.ts";
import type { Fees, Transaction } from "./Transaction.ts";

/** A node takes another transaction of the same nonce from an eighth more on. */
const EIGHTH = 8n;
/** How far fees are raised where no limit was given. */
const MOST_TIMES = 10n;

/** Fees with which a transaction is mined soon, within the limit. Refused where even the block's own fee is above it. */
export async function feesNow({ program, settings }: Posting): Promise<Fees> {
  const { client } = program.chain;
  const [block, priorityFee] = await Promise.all([
    client.getBlock(),
    client.estimateMaxPriorityFeePerGas(),
  ]);
  const baseFee = block.baseFeePerGas ?? 0n;
  const wanted = 2n * baseFee + priorityFee;
  const limit = settings.maxFee;
  if (limit === undefined || wanted <= limit) return { maxFee: wanted, priorityFee };
  if (baseFee + priorityFee > limit) {
    throw new TributaryError("Gas costs more now than the limit allows.", {
      found: `${formatGwei(baseFee + priorityFee)} gwei`,
      allowed: `at most ${formatGwei(limit)} gwei, by --max-fee`,
      todo: "Run this again when gas is cheaper, or with a higher limit. Nothing was sent for it.",
    });
  }
  return { maxFee: limit, priorityFee };
}

/** Fees with which a node replaces the last attempt; undefined where the limit does not allow them. */
export async function raisedFees(
  posting: Posting,
  { attempts }: Transaction,
): Promise<Fees | undefined> {
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const limit = posting.settings.maxFee ?? first.maxFee * MOST_TIMES;
  const now = await feesNow(posting).catch(() => last);
  const fees = {
    maxFee: greater(now.maxFee, raised(last.maxFee)),
    priorityFee: greater(now.priorityFee, raised(last.priorityFee)),
  };
  return fees.maxFee <= limit ? fees : undefined;
}

function raised(fee: bigint): bigint {
  return fee + fee / EIGHTH + 1n;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
