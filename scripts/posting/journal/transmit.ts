import { formatEther, type Hash, numberToHex } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { isLost } from "../../chain/isLost.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/** How the RPC answered; `lost` where nobody knows whether it took the transaction. */
export type Answer = "taken" | "known" | "nonce used" | "underpriced" | "refused" | "lost";

const ANSWERS: readonly [pattern: RegExp, answer: Answer][] = [
  [/already known|known transaction|already imported|already exists/i, "known"],
  [/nonce too low|nonce is too low|nonce has already been used|old nonce/i, "nonce used"],
  [/underpriced|too low for the next block|less than block base fee|fee too low/i, "underpriced"],
];

/** Sends the last attempt of a transaction. It can be sent any number of times: its nonce makes it count once. */
export async function transmit(
  posting: Posting,
  transaction: Transaction,
): Promise<{ transaction: Transaction; answer: Answer; error?: unknown }> {
  const { purpose } = transaction;
  if (posting.program.chain.recording !== undefined) throw underWayError();
  let hash: Hash;
  try {
    hash = await send(posting, transaction);
  } catch (error) {
    return { transaction, answer: await classify(posting, transaction, error), error };
  }
  await posting.observe(`${purpose}: answered`);
  const sent = posting.journal.sent(transaction, hash);
  await posting.observe(`${purpose}: sent`);
  return { transaction: sent, answer: "taken" };
}

/** Nothing is handed out while what this journal has sent itself may still be mined. */
function underWayError(): TributaryError {
  return new TributaryError("Transactions that an earlier run sent are not mined yet.", {
    todo: "Run this first without --safe, --calldata and --dry-run, so that they come to their end; then run it again.",
  });
}

/** Straight to the provider: a layer that repeats requests or fills in a nonce would send something else. */
async function send({ program }: Posting, transaction: Transaction): Promise<Hash> {
  const { account, nonce, to, value, data, gas, attempts } = transaction;
  const { maxFee = 0n, priorityFee = 0n } = attempts.at(-1) ?? {};
  const hash = await program.chain.connection.provider.request({
    method: "eth_sendTransaction",
    params: [
      {
        ...{ from: account, to, data, nonce: numberToHex(nonce) },
        ...{ gas: numberToHex(gas), value: numberToHex(value) },
        maxFeePerGas: numberToHex(maxFee),
        maxPriorityFeePerGas: numberToHex(priorityFee),
      },
    ],
  });
  return hash as Hash;
}

async function classify(
  posting: Posting,
  transaction: Transaction,
  error: unknown,
): Promise<Answer> {
  const message = error instanceof Error ? error.message : String(error);
  const known = ANSWERS.find(([pattern]) => pattern.test(message));
  if (known !== undefined) return known[1];
  if (/insufficient (funds|balance)|enough funds/i.test(message)) {
    throw await poorError(posting, transaction);
  }
  return isLost(error) ? "lost" : "refused";
}

/** The account cannot pay for gas. */
export async function poorError(
  { program }: Posting,
  { account, gas, value, attempts }: Pick<Transaction, "account" | "gas" | "value" | "attempts">,
): Promise<TributaryError> {
  const balance = await program.chain.client.getBalance({ address: account });
  const needed = gas * (attempts.at(-1)?.maxFee ?? 0n) + value;
  return new TributaryError(
    `The signing account ${account} does not have enough ETH for the amount and the gas of the next transaction.`,
    {
      found: `${formatEther(balance)} ETH`,
      allowed: `at least ${formatEther(needed)} ETH`,
      todo: "Send it some, then run this again: it goes on where it stopped, and nothing is posted twice.",
    },
  );
}
