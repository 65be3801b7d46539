import { claimAll } from "../../core/spec/claimAll.ts";
import { claimableOf } from "../../core/spec/claimableOf.ts";
import { waitsToAccept } from "../../core/spec/waitsToAccept.ts";
import { errorNameOf } from "./errorNameOf.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { partiesOf } from "./partiesOf.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Claims for a party, called by somebody else. */
export async function compareClaim(
  subject: Subject,
  party: number,
  currency: number,
): Promise<void> {
  const { chain, program, books, now, balance } = subject;
  const { index, address } = picked(subject.currencies, currency);
  const claimant = picked(partiesOf(subject), party);
  const before = claimableOf(books, claimant, index, now);
  const outcome = await chain.wallet.arbiter
    .writeContract({
      ...program,
      functionName: "claim",
      args: [claimant, address],
      ...TRANSACTION,
    })
    .then(() => "paid", errorNameOf);
  const nothing = waitsToAccept(books, claimant) ? "NotAccepted" : "NothingToClaim";
  expectEqual("claim", before > 0n ? "paid" : `Program_${nothing}`, outcome);
  balance.set(index, (balance.get(index) ?? 0n) - claimAll(books, claimant, index, now));
}
