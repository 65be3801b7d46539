import { setTimeout as sleep } from "node:timers/promises";
import { TributaryError } from "../../../core/TributaryError.ts";
import { explainFailure } from "../../chain/explainFailure.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Progress } from "../../Progress.ts";
import { collectDeliveries } from "./collectDeliveries.ts";
import { confirmedHead } from "./confirmedHead.ts";
import type { Delivery, DeliveryAttempt } from "./Delivery.ts";
import { Follower } from "./Follower.ts";
import type { Cursor, Outbox } from "./Outbox.ts";
import type { Subscriptions } from "./readSubscriptions.ts";
import { sendDeliveries } from "./sendDeliveries.ts";
import { sendMail } from "./sendMail.ts";
import { sendWebhook } from "./sendWebhook.ts";
import { warnOfUnknown } from "./warnOfUnknown.ts";

export interface NoticesParameters extends Subscriptions {
  readonly outbox: Outbox;
  readonly confirmations: number;
  /** Whether webhooks on this machine are allowed. */
  readonly isLocal: boolean;
  readonly progress: Progress;
  /** In seconds. */
  readonly now: () => number;
}

export interface NoticesResult {
  readonly block: bigint;
  /** Deliveries written down. */
  readonly noticed: number;
  readonly sent: number;
  readonly failed: number;
}

/** Reads what happened since the last run, writes it down, and sends what is due. */
export async function runNotices(
  program: Program,
  parameters: NoticesParameters,
): Promise<NoticesResult> {
  await checkOwner(program, parameters.outbox);
  return round(program, { follower: new Follower(program), warned: new Set() }, parameters);
}

/** The same again and again until it is stopped. An RPC that fails for a while stops nothing that is written down already. */
export async function watchNotices(
  program: Program,
  parameters: NoticesParameters,
  pause: number,
  stop: AbortSignal,
): Promise<NoticesResult> {
  await checkOwner(program, parameters.outbox);
  const reading = { follower: new Follower(program), warned: new Set<string>() };
  // What is wrong from the start is a mistake of the user's, and ends it.
  let sum = await round(program, reading, parameters);
  for (let done = sum; ; done = await tryRound(program, reading, parameters, sum.block)) {
    if (done !== sum) sum = { block: done.block, ...add(sum, done) };
    if (done.noticed + done.sent + done.failed > 0) parameters.progress.note(inWords(done));
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return sum;
  }
}

async function tryRound(
  program: Program,
  reading: Reading,
  parameters: NoticesParameters,
  block: bigint,
): Promise<NoticesResult> {
  try {
    return await round(program, reading, parameters);
  } catch (error) {
    const why = explainFailure(error, program.chain.networkName);
    parameters.progress.note(`The chain could not be read, and will be again. ${why}`);
    reading.follower = new Follower(program);
    return { block, noticed: 0, ...(await deliver(parameters)) };
  }
}

/** How far the chain was read in this run. */
interface Reading {
  follower: Follower;
  /** Names of the subscriptions that the program does not know, each told once. */
  readonly warned: Set<string>;
}

type Done = Omit<NoticesResult, "block">;

function add(a: Done, b: Done): Done {
  return { noticed: a.noticed + b.noticed, sent: a.sent + b.sent, failed: a.failed + b.failed };
}

function inWords({ noticed, sent, failed }: Done): string {
  return `${noticed} new notices, ${sent} sent${failed > 0 ? `, ${failed} failed` : ""}`;
}

/** One store is one program's. */
async function checkOwner({ chain, address }: Program, outbox: Outbox): Promise<void> {
  const { hash } = await chain.client.getBlock({ blockNumber: 0n });
  const owner = `${address} on chain ${chain.chainId}, whose first block is ${hash}`;
  const found = outbox.belongsTo(owner);
  if (found === owner) return;
  throw new TributaryError("This store is another program's.", {
    found: `notices of ${found}`,
    todo: `Give each program a store of its own; this one is ${owner}.`,
  });
}

async function round(
  program: Program,
  reading: Reading,
  parameters: NoticesParameters,
): Promise<NoticesResult> {
  const { outbox, subscriptions, confirmations, progress } = parameters;
  const head = await confirmedHead(program, confirmations);
  const last = outbox.cursor();
  if (last !== undefined && (await isReorganised(program, last, head))) {
    progress.note(`The chain was reorganised below block ${last.block}; all of it is read again.`);
    outbox.forgetCursor();
    reading.follower = new Follower(program);
  }
  const isNews = last === undefined || head.block >= last.block;
  const noticed = isNews
    ? await collectDeliveries(program, reading.follower, outbox, subscriptions, head)
    : 0;
  const { books } = reading.follower;
  if (books !== undefined) warnOfUnknown(books, head.time, subscriptions, reading.warned, progress);
  return { block: head.block, noticed, ...(await deliver(parameters)) };
}

async function isReorganised(
  { chain }: Program,
  { block, hash }: Cursor,
  head: Cursor,
): Promise<boolean> {
  // Another node may lag behind.
  if (block > head.block) return false;
  return (await chain.client.getBlock({ blockNumber: block })).hash !== hash;
}

async function deliver(parameters: NoticesParameters): Promise<{ sent: number; failed: number }> {
  const { outbox, subscriptions, mail, isLocal, progress, now } = parameters;
  const targets = new Map(subscriptions.map(({ key, target }) => [key, target]));
  const post = async (delivery: Delivery): Promise<DeliveryAttempt> => {
    const target = targets.get(delivery.subscription);
    if (target !== undefined && "url" in target) return sendWebhook(target, delivery, isLocal);
    if (target !== undefined && mail !== undefined) return sendMail(mail, target.email, delivery);
    return { outcome: "failed", why: "it is in the subscriptions no more" };
  };
  const send = async (delivery: Delivery) => {
    const attempt = await post(delivery);
    progress.add(1);
    return attempt;
  };
  const keys = [...targets.keys()];
  const { sent, failed, givenUp } = await progress.during(
    "Sending",
    outbox.countDue(keys, now()),
    () => sendDeliveries(outbox, keys, send, now),
  );
  return { sent, failed: failed + givenUp };
}
