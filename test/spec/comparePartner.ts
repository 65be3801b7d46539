import { zeroHash } from "viem";
import { changeStatus } from "../../core/spec/changeStatus.ts";
import { changeTier } from "../../core/spec/changeTier.ts";
import type { Subject } from "./openProgram.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

const ACTIVE = 1;
const SUSPENDED = 2;

type Change = Extract<Step, { readonly do: "tier" | "status" | "accept" | "attest" | "withhold" }>;

/** Changes what a program knows of a partner; none of it is refused. */
export async function comparePartner(
  subject: Subject,
  change: Change,
  tiers: number,
): Promise<void> {
  const { chain, program, books, now } = subject;
  const index = change.partner % books.partners.size;
  const partner = walletOf(index);
  const record = books.partners.get(partner);
  if (record === undefined) throw new Error(`No partner ${index}.`);
  const number = BigInt(index + 1);
  const { operator } = chain.wallet;
  const call = { ...program, ...TRANSACTION };
  switch (change.do) {
    case "tier": {
      const tier = change.tier % Math.max(1, tiers);
      changeTier(books, partner, tier, now);
      const args = [number, tier, "fuzz"] as const;
      await operator.writeContract({ ...call, functionName: "setTier", args });
      return;
    }
    case "status": {
      const status = change.active ? "active" : "suspended";
      // A program refuses a change that changes nothing.
      if (record.status === status) return;
      changeStatus(books, partner, status);
      const args = [number, change.active ? ACTIVE : SUSPENDED, "fuzz"] as const;
      await operator.writeContract({ ...call, functionName: "setStatus", args });
      return;
    }
    case "accept": {
      if (record.accepted) return;
      record.accepted = true;
      const args = [
        partner,
        await chain.client.readContract({ ...program, functionName: "termsHash" }),
      ] as const;
      const wallet = await chain.actAs(partner);
      await wallet.writeContract({ ...call, functionName: "accept", args });
      return;
    }
    case "attest":
      record.score = change.score;
      await operator.writeContract({
        ...call,
        functionName: "attest",
        args: [number, change.score, zeroHash],
      });
      return;
    case "withhold": {
      books.withholding.set(partner, change.rate);
      const wallet = await chain.actAs(partner);
      const args = [partner, change.rate] as const;
      await wallet.writeContract({ ...call, functionName: "setWithholding", args });
    }
  }
}
