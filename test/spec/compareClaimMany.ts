import { claimMany } from "../../core/spec/claimMany.ts";
import type { Subject } from "./openProgram.ts";
import { partiesOf } from "./partiesOf.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Pays several parties at once, each named once. */
export async function compareClaimMany(
  subject: Subject,
  seeds: readonly number[],
  currency: number,
): Promise<void> {
  const { chain, program, books, now, balance } = subject;
  const { index, address } = picked(subject.currencies, currency);
  const all = partiesOf(subject);
  const parties = [...new Set(seeds.map((seed) => picked(all, seed)))];
  await chain.wallet.arbiter.writeContract({
    ...program,
    functionName: "claimMany",
    args: [parties, address],
    ...TRANSACTION,
  });
  balance.set(index, (balance.get(index) ?? 0n) - claimMany(books, parties, index, now));
}
