import type { Hex } from "viem";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { ItemKind } from "./Item.ts";
import { LookAgain } from "./LookAgain.ts";
import { openView, type View } from "./openView.ts";
import type { Posting } from "./Posting.ts";
import { refuseHandedOut } from "./refuseHandedOut.ts";
import { resendLost } from "./resendLost.ts";
import { settleAll } from "./settleAll.ts";

const NONE: Refusals = new Map();
/** So the program refuses what another poster was faster with: the next look at the chain shows it. */
const DONE = new Set(["Program_SaleAlreadyPosted"]);

/** Rounds that may pass without a single item getting on the chain. */
const FRUITLESS = 3;

export interface ItemsToPost<One extends { readonly id: Hex }> {
  readonly kind: ItemKind;
  readonly items: readonly One[];
  /** Those that the chain does not have yet, in a view of it. */
  readonly readPending: (items: readonly One[], view: View) => Promise<One[]>;
  /** Sends items that are pending in a view; which of them arrive is seen afterwards. Resolves to those that the program refuses, and why. */
  readonly send: (items: readonly One[], view: View) => Promise<Refusals>;
}

/** Why the program refuses items, by their ids. */
export type Refusals = ReadonlyMap<Hex, RevertError>;

/**
 * Posts items until the chain has each of them, but for those that the program refuses. What is on the chain is read from
 * the chain each round: an item that someone else has posted, or whose transaction was lost or without effect, is thereby
 * found out. Returns what was refused.
 */
export async function postItems<One extends { readonly id: Hex }>(
  posting: Posting,
  { kind, items, readPending, send }: ItemsToPost<One>,
): Promise<Refusals> {
  const { journal, observe } = posting;
  const refusals = new Map<Hex, RevertError>();
  let left = items;
  for (let fruitless = 0; ; ) {
    const view = await openView(posting);
    const pending = await readPending(left, view);
    recordFound(posting, kind, left, pending);
    if (pending.length === 0) return refusals;
    fruitless = pending.length < left.length || left === items ? 0 : fruitless + 1;
    if (fruitless >= FRUITLESS) throw fruitlessError(kind, pending.length);
    refuseHandedOut(posting, kind);
    journal.attribute(kind, idsOf(pending));
    await observe("attributed");
    const refused = await send(pending, view).catch(async (error: unknown) => {
      if (error instanceof LookAgain || (await resendLost(posting))) return takeBack(posting);
      if (error instanceof TributaryError) journal.explain(kind, idsOf(pending), error.message);
      throw error;
    });
    await settleAll(posting);
    for (const [id, error] of refused) {
      if (DONE.has(error.errorName)) continue;
      journal.explain(kind, [id], error.message);
      refusals.set(id, error);
    }
    left = pending.filter(({ id }) => !refusals.has(id));
    // The rest is somebody else's to do.
    if (journal.handedOut().length > 0) return refusals;
  }
}

/** What this run has handed out so far is worked out anew. */
function takeBack({ journal, program }: Posting): Refusals {
  const { recording } = program.chain;
  if (recording === undefined) return NONE;
  recording.clear();
  for (const transaction of journal.handedOut())
    journal.failed(transaction, "withdrawn", undefined);
  return NONE;
}

function idsOf(items: readonly { readonly id: Hex }[]): Hex[] {
  return items.map(({ id }) => id);
}

/** The chain is the truth. Where it lacks what was final, either the chain or who shows it cannot be relied on. */
function recordFound(
  { journal, program }: Posting,
  kind: ItemKind,
  items: readonly { readonly id: Hex }[],
  pending: readonly { readonly id: Hex }[],
): void {
  const waiting = new Set(pending.map(({ id }) => id));
  const forgotten = journal.finalAmong(kind, [...waiting]);
  if (forgotten.length > 0 && program.chain.instance === undefined) {
    throw new TributaryError(
      `The chain does not show ${forgotten.length} ${kind}s that were final before.`,
      {
        todo: "Use another RPC: this one is behind, or does not tell the truth. If the chain itself was begun anew, move the journal away.",
      },
    );
  }
  const found = items.map(({ id }) => id).filter((id) => !waiting.has(id));
  journal.foundOnChain(kind, found);
}

function fruitlessError(kind: ItemKind, count: number): TributaryError {
  return new TributaryError(
    `${count} ${kind}s did not get on the chain: their transactions were mined without effect, or lost their nonces, ${FRUITLESS} times.`,
    {
      todo: "See that no other program sends with the same account, then run this again: what is on the chain already is not posted twice.",
    },
  );
}
