import { changeStatus } from "../../scripts/lib/model/changeStatus.ts";
import { changeTier } from "../../scripts/lib/model/changeTier.ts";
import type { Subject } from "./openProgram.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

const ACTIVE = 1;
const SUSPENDED = 2;

/** Gives a partner another tier, or makes it active or suspended. */
export async function comparePartner(
  { chain, program, books, now }: Subject,
  change: { readonly partner: number } & ({ readonly tier: number } | { readonly active: boolean }),
  tiers: number,
): Promise<void> {
  const index = change.partner % books.partners.size;
  const partner = walletOf(index);
  if ("tier" in change) {
    const tier = change.tier % Math.max(1, tiers);
    changeTier(books, partner, tier, now);
    await chain.wallet.operator.writeContract({
      ...program,
      functionName: "setTier",
      args: [BigInt(index + 1), tier, "fuzz"],
      ...TRANSACTION,
    });
    return;
  }
  // A program refuses a change that changes nothing.
  const status = change.active ? "active" : "suspended";
  if (books.partners.get(partner)?.status === status) return;
  changeStatus(books, partner, status);
  await chain.wallet.operator.writeContract({
    ...program,
    functionName: "setStatus",
    args: [BigInt(index + 1), change.active ? ACTIVE : SUSPENDED, "fuzz"],
    ...TRANSACTION,
  });
}
