import type { Address, Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { lesser } from "../../../core/money/lesser.ts";
import type { Deployed } from "../Deployed.ts";
import { findRefusal } from "../findRefusal.ts";

/** Of any transaction (EIP-7825), less some room. */
const MOST = 16_000_000n;
/** What `claimMany` takes by itself, and for each one's books, at first sight. */
const BASE = 150_000n;
const BOOKS = 90_000n;
/** What programs and plans let a payment take, and what of the gas at hand a call cannot pass on (EIP-150). */
const PUSH = { ether: 100_000n, token: 500_000n };
const KEPT = { of: 63n, more: 64n };

/** One `claimMany`, with gas for whatever its recipients do. */
export interface ClaimBatch<Item> {
  readonly items: readonly Item[];
  readonly data: Hex;
  readonly gas: bigint;
}

export interface Claims<Item> {
  readonly account: Address;
  readonly currency: Currency;
  /** Wallets of a program, or grants of a plan. */
  readonly items: readonly Item[];
  /** The call that pays some of them. */
  readonly encode: (items: readonly Item[]) => Hex;
}

/**
 * Cuts payments into calls with as much gas as their recipients may waste together. A node's estimate is none to go by: it ends at the
 * least gas with which the call as a whole succeeds, and payments that run out of gas do not make it fail; and some nodes refuse
 * to estimate a call in which one burns all that it is given.
 */
export async function* claimBatches<Item>(
  contract: Deployed,
  { account, currency, items, encode }: Claims<Item>,
): AsyncGenerator<ClaimBatch<Item>, void, undefined> {
  const each = eachTakes(currency);
  const most = Number((MOST - BASE) / each);
  for (let from = 0; from < items.length; ) {
    let size = Math.min(most, items.length - from);
    for (;;) {
      const some = items.slice(from, from + size);
      const data = encode(some);
      const gas = await enoughFor(contract, account, data, BASE + each * BigInt(size));
      if (gas !== undefined) {
        yield { items: some, data, gas };
        from += size;
        break;
      }
      if (size === 1) throw await refusalOf(contract, account, data);
      size = Math.ceil(size / 2);
    }
  }
}

function eachTakes({ address }: Currency): bigint {
  const push = address === ETHER ? PUSH.ether : PUSH.token;
  return BOOKS + (push * KEPT.more) / KEPT.of;
}

/** Gas with which a call succeeds: what is planned, or all there is, for books that take long to read; undefined with neither. */
async function enoughFor(
  { chain, address: to }: Deployed,
  account: Address,
  data: Hex,
  planned: bigint,
): Promise<bigint | undefined> {
  for (const gas of new Set([lesser(planned, MOST), MOST])) {
    const succeeds = await chain.client.call({ account, to, data, gas }).then(
      () => true,
      () => false,
    );
    if (succeeds) return gas;
  }
  return undefined;
}

async function refusalOf(contract: Deployed, account: Address, data: Hex): Promise<unknown> {
  return (
    (await findRefusal(contract, account, data)) ??
    new RangeError("a claim that takes more gas than a transaction may")
  );
}
