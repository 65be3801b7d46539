import { type Address, keccak256, stringToHex } from "viem";
import type { Program } from "../../chain/openProgram.ts";
import type { Follower } from "./Follower.ts";
import { lockNotices } from "./lockNotices.ts";
import type { Notice } from "./Notice.ts";
import type { Beginning, Cursor, NewDelivery, Outbox } from "./Outbox.ts";
import type { Subscription } from "./Subscription.ts";
import { walletsOf } from "./walletsOf.ts";

/** Somebody who is told, from when on. */
interface Reader {
  readonly subscription: Subscription;
  readonly beginning: Beginning;
  /** Whose notices these are; undefined for everybody's. */
  readonly wallets: readonly Address[] | undefined;
}

/**
 * Reads on up to a block, and writes down a delivery for each notice and each subscription that it is for. A delivery's id follows
 * from the program, the event and the subscription alone: read again, it is the same delivery, which the outbox has.
 */
export async function collectDeliveries(
  program: Program,
  follower: Follower,
  outbox: Outbox,
  subscriptions: readonly Subscription[],
  head: Cursor,
): Promise<number> {
  const last = outbox.cursor();
  const begun = new Map<string, Beginning>();
  const beginnings = subscriptions.map(({ key, since }) => {
    const known = outbox.beginningOf(key);
    if (known !== undefined) return known;
    const fresh =
      since === undefined
        ? { block: head.block, time: head.time }
        : { block: undefined, time: since - 1 };
    begun.set(key, fresh);
    return fresh;
  });
  // A new subscription that begins in the past has all of it read once more.
  const isAgain =
    last === undefined || [...begun.values()].some(({ block }) => block === undefined);
  // The outbox knows what it has: at first all that is read is offered to it, so that what an earlier run was not given is told.
  const isFirst = follower.books === undefined;
  const told = await follower.readTo(head, isAgain || isFirst ? -1n : last.block);
  const { books } = follower;
  if (books === undefined) return outbox.take(head, begun, []);
  const notices = told.concat(lockNotices(books, isAgain ? 0 : last.time, head.time));
  const readersOf = indexReaders(
    subscriptions.map((subscription, at) => ({
      subscription,
      beginning: beginnings[at] ?? { block: head.block, time: head.time },
      wallets: walletsOf(books, head.time, subscription),
    })),
  );
  const deliveries = notices.flatMap((notice) =>
    readersOf(notice)
      .filter((reader) => isWanted(reader, notice))
      .map(({ subscription }) => toDelivery(program, notice, subscription)),
  );
  return outbox.take(head, begun, deliveries);
}

/** Who is told of a notice: everybody, or those who asked for its party. */
function indexReaders(readers: readonly Reader[]): (notice: Notice) => readonly Reader[] {
  const ofAll = readers.filter(({ wallets }) => wallets === undefined);
  const byWallet = new Map<string, Reader[]>();
  for (const reader of readers) {
    for (const wallet of new Set(reader.wallets?.map((one) => one.toLowerCase()))) {
      const known = byWallet.get(wallet);
      if (known === undefined) byWallet.set(wallet, [reader]);
      else known.push(reader);
    }
  }
  return ({ party }) => {
    if (party === undefined) return readers;
    const own = byWallet.get(party.wallet.toLowerCase()) ?? [];
    // Who has no name is a customer or the treasury, not one of the partners.
    return party.name === party.wallet ? own : [...ofAll, ...own];
  };
}

function isWanted({ subscription, beginning }: Reader, notice: Notice): boolean {
  return subscription.kinds.has(notice.kind) && hasBegun(beginning, notice);
}

function hasBegun({ block, time }: Beginning, notice: Notice): boolean {
  if (block === undefined || notice.block === undefined) return notice.time > time;
  return notice.block > block;
}

function toDelivery(program: Program, notice: Notice, { key }: Subscription): NewDelivery {
  const { chain, address, terms } = program;
  const { type, party, time, block, transaction, subject } = notice;
  const identity = JSON.stringify([chain.chainId, address, type, notice.key, key]);
  const id = `ntc_${keccak256(stringToHex(identity)).slice(2, 34)}`;
  const data = {
    ...{ program: address, programName: terms.name, chainId: chain.chainId },
    ...(party && { partner: party.name, wallet: party.wallet }),
    ...notice.data,
    ...(block !== undefined && { block: Number(block), transaction }),
  };
  const body = JSON.stringify({ type, timestamp: new Date(time * 1_000).toISOString(), data });
  return { id, subscription: key, type, subject: `${terms.name}: ${subject}`, body };
}
