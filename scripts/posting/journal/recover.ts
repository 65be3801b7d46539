import { setTimeout as sleep } from "node:timers/promises";
import { findHandedOut } from "./findHandedOut.ts";
import { laggingError } from "./laggingError.ts";
import type { Posting } from "./Posting.ts";
import { settleAll } from "./settleAll.ts";
import { withdrawUnsent } from "./withdrawUnsent.ts";

/** How often an RPC that is behind is asked again. */
const LOOKS = 5;

/** Settles what an earlier run has sent, after checking that the RPC knows what the journal has seen. Sends nothing of it anew. */
export async function recover(posting: Posting): Promise<void> {
  await refuseLaggingHead(posting);
  const accounts = new Set(posting.journal.openTransactions().map(({ account }) => account));
  for (const account of accounts.add(posting.account)) await reviewFinished(posting, account);
  await withdrawUnsent(posting);
  await findHandedOut(posting);
  await settleAll(posting);
  await posting.observe("recovered");
}

/** A development chain can be turned back; another one's head only grows. */
async function refuseLaggingHead({ journal, program, settings }: Posting): Promise<void> {
  const { client, instance } = program.chain;
  const known = journal.highestBlock();
  let head = await client.getBlockNumber();
  for (let looks = 1; head < known && instance === undefined; looks++) {
    if (looks >= LOOKS) throw laggingError(`block ${head}`, `block ${known}`);
    await sleep(settings.pollingInterval);
    head = await client.getBlockNumber();
  }
}

/** What was final and has its nonce free again: a chain that was turned back, or an RPC that does not tell the truth. */
async function reviewFinished(
  { journal, program }: Posting,
  account: Posting["account"],
): Promise<void> {
  const { client, instance } = program.chain;
  const count = await client.getTransactionCount({ address: account });
  for (const transaction of journal.finishedFrom(account, count)) {
    if (instance === undefined) {
      throw laggingError(
        `nonce ${count} as the next one of ${account}`,
        `${transaction.nonce} used`,
      );
    }
    if (transaction.state === "reverted") journal.failed(transaction, "replaced", undefined);
    else journal.reorganised(transaction);
  }
}
