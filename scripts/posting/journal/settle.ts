import { setTimeout as sleep } from "node:timers/promises";
import { formatGwei, type Hash } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { raisedFees } from "./feesNow.ts";
import { fillGap } from "./fillGap.ts";
import { findByHead } from "./findByHead.ts";
import { findByNonce } from "./findByNonce.ts";
import { type FoundTransaction, findByHash, findMined } from "./findMined.ts";
import type { Posting } from "./Posting.ts";
import { passOverSkipped } from "./passOverSkipped.ts";
import { refuseFalseReceipt } from "./refuseFalseReceipt.ts";
import type { Transaction } from "./Transaction.ts";
import { type Answer, transmit } from "./transmit.ts";

/** How often a used nonce is looked at again before its user is searched: an RPC may know the count before the receipt. */
const LOOKS = 5;

/** What is known of a transaction while it is waited for. */
interface Watch {
  transaction: Transaction;
  /** When this run last sent it; 0 where it did not. */
  sentAt: number;
  /** Since when the fees of its last attempt are offered. */
  offeredAt: number;
  /** How the RPC answered last. */
  answer: Answer | undefined;
  error: unknown;
  /** How often the RPC refused it, one time after the other. */
  refusals: number;
  /** How often its nonce was seen to be used. */
  looks: number;
  /** A lower nonce that nothing uses, and since when that is seen. */
  missing: { readonly nonce: number; readonly since: number } | undefined;
}

/**
 * Follows a transaction to its end: sends it where it is not on its way, again with higher fees where it is stuck, again
 * where a block that held it is left behind. Ends in `final` (or `mined`, where that is enough for now), `reverted` or
 * `replaced`, or with an error that says what is the matter.
 */
export async function settle(
  posting: Posting,
  open: Transaction,
  until: "mined" | "final",
): Promise<Transaction> {
  const watch: Watch = {
    ...{ transaction: open, sentAt: 0, offeredAt: Date.now(), refusals: 0, looks: 0 },
    ...{ answer: undefined, error: undefined, missing: undefined },
  };
  let deadline = Date.now() + posting.settings.patience;
  for (;;) {
    const before = watch.transaction;
    await lookOnce(posting, watch);
    if (isSettled(watch.transaction, until)) return watch.transaction;
    if (watch.transaction.state !== before.state) deadline = Date.now() + posting.settings.patience;
    if (Date.now() >= deadline || watch.refusals >= LOOKS) throw stuckError(watch);
    await sleep(posting.settings.pollingInterval);
  }
}

function isSettled({ state }: Transaction, until: "mined" | "final"): boolean {
  const isOver = state === "final" || state === "reverted" || state === "replaced";
  return isOver || state === "handed out" || state === until;
}

async function lookOnce(posting: Posting, watch: Watch): Promise<void> {
  // Read first: what is found afterwards lies below it, whatever is reorganised in between.
  const head = await posting.program.chain.client.getBlockNumber();
  const found = await findMined(posting, watch.transaction);
  if (found !== undefined) return recordMined(posting, watch, found, head);
  if (watch.transaction.state === "mined") {
    watch.transaction = posting.journal.reorganised(watch.transaction);
    Object.assign(watch, { sentAt: 0, answer: undefined });
    if (watch.transaction.state === "handed out") return;
  }
  const { account: address, nonce } = watch.transaction;
  const count = await posting.program.chain.client.getTransactionCount({ address });
  if (count > nonce) return lookAtUsedNonce(posting, watch, head);
  if (count < nonce) {
    await settleEarlier(posting, watch.transaction);
    await lookForGap(posting, watch);
  }
  await pushOn(posting, watch);
}

/**
 * A lower nonce that nothing uses keeps a transaction from ever being mined: one of another program was dropped, or an RPC
 * counted one too many. It is filled once it was missing for as long as a stuck transaction is waited for.
 */
async function lookForGap(posting: Posting, watch: Watch): Promise<void> {
  const { account: address, nonce } = watch.transaction;
  const { client } = posting.program.chain;
  const pending = await client.getTransactionCount({ address, blockTag: "pending" });
  // An RPC that is behind counts too few: what it lacks is on the chain.
  const isBehind = posting.journal.finishedFrom(address, pending).length > 0;
  if (pending >= nonce || isBehind) {
    watch.missing = undefined;
    return;
  }
  if (watch.missing?.nonce !== pending) watch.missing = { nonce: pending, since: Date.now() };
  if (Date.now() - watch.missing.since < posting.settings.raiseAfter) return;
  await settle(posting, await fillGap(posting, address, pending), "mined");
  Object.assign(watch, { missing: undefined, refusals: 0 });
}

/** A transaction waits for those with lower nonces: a reorganisation may have thrown them out together. */
async function settleEarlier(posting: Posting, { account, nonce }: Transaction): Promise<void> {
  const earlier = posting.journal
    .openTransactions()
    .filter((one) => one.account === account && one.nonce < nonce);
  for (const one of earlier) await settle(posting, one, "mined");
}

async function recordMined(
  posting: Posting,
  watch: Watch,
  found: FoundTransaction,
  head: bigint,
): Promise<void> {
  const { journal, observe, settings } = posting;
  const { receipt, where } = found;
  const { purpose } = watch.transaction;
  if (receipt.status !== "success") {
    watch.transaction = journal.failed(watch.transaction, "reverted", where);
    return;
  }
  if (watch.transaction.mined?.blockHash !== where.blockHash) {
    refuseFalseReceipt(posting, watch.transaction, receipt);
    await observe(`${purpose}: found`);
    watch.transaction = journal.mined(watch.transaction, where);
    passOverSkipped(posting, watch.transaction, receipt);
    posting.done.set(watch.transaction.id, watch.transaction);
    await observe(`${purpose}: mined`);
  }
  if (head - where.block < BigInt(settings.confirmations)) return;
  watch.transaction = journal.final(watch.transaction);
  await observe(`${purpose}: final`);
}

/** Its nonce is used and no attempt with a known hash did it. */
async function lookAtUsedNonce(posting: Posting, watch: Watch, head: bigint): Promise<void> {
  watch.looks++;
  if (watch.looks < LOOKS) return;
  const hash = await findPosted(posting, watch.transaction);
  const found = hash === undefined ? undefined : await findByHash(posting, hash);
  if (found !== undefined) await recordMined(posting, watch, found, head);
  else watch.transaction = posting.journal.failed(watch.transaction, "replaced", undefined);
}

/** The transaction that did the same: of a batch by the head that it left, of others by the nonce that it used. */
async function findPosted(posting: Posting, transaction: Transaction): Promise<Hash | undefined> {
  const posted = await findByHead(posting, transaction);
  if (posted !== undefined) return posted;
  const user = await findByNonce(posting, transaction);
  return user?.isOurs ? user.hash : undefined;
}

/** Sends it, sends it again where nobody knows whether it is on its way, or raises its fees. */
async function pushOn(posting: Posting, watch: Watch): Promise<void> {
  const { raiseAfter, pollingInterval } = posting.settings;
  const now = Date.now();
  const isStuck = watch.sentAt > 0 && now - watch.offeredAt >= raiseAfter;
  const mayBeLost = !isOnItsWay(watch.answer) && now - watch.sentAt >= LOOKS * pollingInterval;
  if (!isStuck && !mayBeLost) return;
  if (isStuck || watch.answer === "underpriced") await raise(posting, watch);
  const { transaction, answer, error } = await transmit(posting, watch.transaction);
  Object.assign(watch, { transaction, answer, error, sentAt: now });
  // One that is refused for a gap waits until the gap is filled.
  watch.refusals = answer === "refused" && watch.missing === undefined ? watch.refusals + 1 : 0;
}

function isOnItsWay(answer: Answer | undefined): boolean {
  return answer === "taken" || answer === "known";
}

async function raise(posting: Posting, watch: Watch): Promise<void> {
  const fees = await raisedFees(posting, watch.transaction);
  watch.offeredAt = Date.now();
  if (fees === undefined) return;
  watch.transaction = posting.journal.raise(watch.transaction, fees);
  await posting.observe(`${watch.transaction.purpose}: raised`);
}

function stuckError({ transaction, answer, error }: Watch): TributaryError {
  const { nonce, attempts, state, account } = transaction;
  const { hash, maxFee = 0n } = attempts.at(-1) ?? {};
  const said = error instanceof Error ? `; the RPC said "${error.message}"` : "";
  const where = state === "mined" ? "is mined but not final" : "is not mined";
  return new TributaryError(
    `The transaction with nonce ${nonce} of ${account} ${where} after all the waiting.`,
    {
      found: `${attempts.length} attempts, the last ${hash ?? "without a hash"} at ${formatGwei(maxFee)} gwei, ${answer ?? "not sent in this run"}${said}`,
      todo: "Run this again later, with a higher --max-fee where gas costs more, or with another RPC: it goes on with the same nonce, and nothing is posted twice.",
    },
  );
}
