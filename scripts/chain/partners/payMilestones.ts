import { formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { amountOf } from "../../../core/deal/amountOf.ts";
import { hasReached } from "../../../core/deal/missesOf.ts";
import type { Signer } from "../openSigner.ts";
import { readProgram } from "../readProgram.ts";
import type { KnownPartner } from "./readPartners.ts";
import { readReached } from "./readReached.ts";

export interface PaidMilestone {
  readonly partner: string;
  readonly milestone: string;
  readonly currency: string;
  readonly amount: string;
  readonly transaction: string;
}

/** Pays each milestone that partners have reached in a currency and were not paid yet, out of the reserve. */
export async function payMilestones(
  { program, act }: Signer,
  partners: readonly KnownPartner[],
  currency: Currency,
): Promise<PaidMilestone[]> {
  const paid: PaidMilestone[] = [];
  for (const partner of partners) {
    const reached = await readReached(program, partner);
    const own = reached.find((one) => one.currency === currency);
    const before = await readProgram(program, "milestonesOf", [BigInt(partner.number)]);
    for (const [index, milestone] of program.terms.milestones.entries()) {
      const wasPaid = ((before >> BigInt(index)) & 1n) === 1n;
      if (own === undefined || wasPaid || !hasReached(milestone, own, currency.index)) continue;
      const args = [BigInt(partner.number), BigInt(index), currency.address] as const;
      const { transactionHash } = await act("reachMilestone", args);
      paid.push({
        ...{ partner: partner.name, milestone: milestone.name, currency: currency.symbol },
        amount: formatUnits(amountOf(milestone.pays, currency.index), currency.decimals),
        transaction: transactionHash,
      });
    }
  }
  return paid;
}
