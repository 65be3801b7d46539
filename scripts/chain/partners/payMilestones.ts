import { formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { amountOf } from "../../../core/deal/amountOf.ts";
import { hasReached } from "../../../core/deal/missesOf.ts";
import { FOR_MILESTONES } from "../../../core/ledger/lineEvents.ts";
import { findRevert } from "../../../core/messages/findRevert.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
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

/**
 * Has each milestone taken down that partners have reached in a currency, and those paid that the reserve covers by now. Tells
 * those that were paid.
 */
export async function payMilestones(
  signer: Signer,
  partners: readonly KnownPartner[],
  currency: Currency,
): Promise<PaidMilestone[]> {
  const { program } = signer;
  const paid: PaidMilestone[] = [];
  for (const partner of partners) {
    const reached = await readReached(program, partner);
    const own = reached.find((one) => one.currency === currency);
    const before = await readProgram(program, "milestonesOf", [BigInt(partner.number)]);
    for (const [index, milestone] of program.terms.milestones.entries()) {
      const isTaken = ((before >> BigInt(index)) & 1n) === 1n;
      if (!isTaken && (own === undefined || !hasReached(milestone, own, currency.index))) continue;
      const transaction = await payOne(signer, { partner, index, currency, isTaken });
      if (transaction === undefined) continue;
      paid.push({
        ...{ partner: partner.name, milestone: milestone.name, currency: currency.symbol },
        amount: formatUnits(amountOf(milestone.pays, currency.index), currency.decimals),
        transaction,
      });
    }
  }
  return paid;
}

interface ReachedMilestone {
  readonly partner: KnownPartner;
  readonly index: number;
  readonly currency: Currency;
  /** Whether it was taken down before. */
  readonly isTaken: boolean;
}

/** Returns the transaction that paid it; undefined where it was paid before or waits for money. */
async function payOne(
  { program, act }: Signer,
  { partner, index, currency, isTaken }: ReachedMilestone,
): Promise<string | undefined> {
  const place = [BigInt(partner.number), BigInt(index)] as const;
  if (!isTaken) {
    const { transactionHash } = await act("reachMilestone", [...place, currency.address]);
    const [, due] = await readProgram(program, "milestoneDue", place);
    return due === 0n ? transactionHash : undefined;
  }
  const [address, due] = await readProgram(program, "milestoneDue", place);
  if (due === 0n || address !== currency.address) return undefined;
  const [, missing] = await readProgram(program, "reserveOf", [FOR_MILESTONES, address]);
  // Where something is missing it may be for others: the program knows who came first.
  if (missing > 0n && !(await isCovered(program, place))) return undefined;
  return (await act("payMilestone", place)).transactionHash;
}

async function isCovered(
  { chain, address }: Signer["program"],
  place: readonly [bigint, bigint],
): Promise<boolean> {
  try {
    await chain.client.simulateContract({
      ...{ address, abi: programAbi, functionName: "payMilestone", args: place },
    });
    return true;
  } catch (error) {
    if (findRevert(error, programAbi)?.data?.errorName === "Program_ReserveTooSmall") return false;
    throw error;
  }
}
