import type { Address } from "viem";
import { isOutcome } from "../../core/deal/isOutcome.ts";
import { countRevenue } from "../../core/spec/countRevenue.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { testTokenAbi } from "../../generated/abis/TestToken.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

export interface RevenueSeed {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
}

/** Pays revenue in that no sale attributes: by `pay`, or by a plain transfer of the first kind. */
export async function compareRevenue(
  subject: Subject,
  seed: RevenueSeed,
  how: "pay" | "transfer",
): Promise<void> {
  const { books, now, balance, currencies } = subject;
  const { index: currency, address } = picked(currencies, seed.currency);
  const kind = how === "pay" ? revenueKind(books, seed.kind) : 0;
  const { amount } = seed;
  if (how === "pay") await pay(subject, { kind, currency, amount }, address);
  else await transfer(subject, { kind, currency, amount }, address);
  countRevenue(books, { kind, currency, time: now, amount, setAside: amount });
  balance.set(currency, (balance.get(currency) ?? 0n) + amount);
}

/** A bonus is not paid in: the first kind is revenue. */
function revenueKind({ terms }: Books, seed: number): number {
  const kind = seed % terms.kinds.length;
  return isOutcome(terms, kind) ? 0 : kind;
}

async function pay({ chain, program }: Subject, revenue: RevenueSeed, currency: Address) {
  await chain.wallet.customer.writeContract({
    ...program,
    functionName: "pay",
    args: [revenue.kind, currency, revenue.amount],
    value: revenue.currency === 0 ? revenue.amount : 0n,
    ...TRANSACTION,
  });
}

async function transfer({ chain, program }: Subject, revenue: RevenueSeed, currency: Address) {
  const { customer } = chain.wallet;
  if (revenue.currency === 0) {
    await customer.sendTransaction({ to: program.address, value: revenue.amount, ...TRANSACTION });
    return;
  }
  await customer.writeContract({
    ...{ address: currency, abi: testTokenAbi },
    functionName: "transfer",
    args: [program.address, revenue.amount],
    ...TRANSACTION,
  });
  await customer.writeContract({
    ...program,
    functionName: "sync",
    args: [currency],
    ...TRANSACTION,
  });
}
