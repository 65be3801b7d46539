import type { Address } from "viem";
import { findSharedName } from "../../../core/deal/findSharedName.ts";
import { namedParties } from "../../../core/deal/namedParties.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import { findLookAlike } from "../../../core/text/findLookAlike.ts";
import type { Progress } from "../../Progress.ts";
import type { Program } from "../openProgram.ts";
import { send } from "../send.ts";
import { type EnrollmentPlan, type Newcomer, planEnrollment } from "./planEnrollment.ts";
import { type KnownPartner, readPartners } from "./readPartners.ts";
import { readPartnersFile } from "./readPartnersFile.ts";

/** Newcomers per transaction: about 100,000 gas each. */
const BATCH = 80;

export interface EnrollResult {
  readonly enrolled: number;
  readonly tiersChanged: number;
  readonly unchanged: number;
  readonly transactions: number;
}

export interface EnrollParameters {
  readonly file: string;
  readonly account: Address;
  readonly progress: Progress;
  /** Whether names may look like others'. */
  readonly allowSimilar?: boolean;
}

/** Makes a program know the partners of a file. Everything is checked first; run again, it does what is left. */
export async function enrollPartners(
  program: Program,
  { file, account, progress, allowSimilar = false }: EnrollParameters,
): Promise<EnrollResult> {
  const listed = await readPartnersFile(file, program.terms);
  const known = await readPartners(program);
  const plan = planEnrollment(listed, known);
  if (!allowSimilar) {
    refuseLookAlikes(plan.newcomers, known);
    refuseSharedName(program, plan.newcomers);
  }
  const transactions = await carryOut(program, plan, account, progress);
  return {
    enrolled: plan.newcomers.length,
    tiersChanged: plan.tierChanges.length,
    unchanged: plan.unchanged,
    transactions,
  };
}

function refuseLookAlikes(newcomers: readonly Newcomer[], known: readonly KnownPartner[]): void {
  const alike = findLookAlike(
    newcomers.map(({ listed }) => listed),
    known,
  );
  if (alike === undefined) return;
  const { newcomer, other, differing } = alike;
  throw newcomer.row.mistake(
    "partner",
    `"${newcomer.name}", which looks like "${other}" and differs ${differing}`,
    `a name that nobody takes for another's; "${other}", spelled so, where this is the same partner; with --allow-similar two partners have such names`,
  );
}

function refuseSharedName({ terms }: Program, newcomers: readonly Newcomer[]): void {
  const shared = findSharedName(
    newcomers.map(({ listed }) => listed),
    namedParties(terms),
  );
  if (shared === undefined) return;
  const { partner, party } = shared;
  throw partner.row.mistake(
    "partner",
    `"${partner.name}", as the ${party.what} "${party.name}" of ${party.wallet} is called`,
    "a name that the terms give to nobody else; that wallet, where both are one; with --allow-similar both have the name",
  );
}

async function carryOut(
  program: Program,
  { newcomers, tierChanges }: EnrollmentPlan,
  account: Address,
  progress: Progress,
): Promise<number> {
  const { chain, address } = program;
  const to = { account, address, abi: EXPLAINED_ABI } as const;
  let transactions = 0;
  const now = Number((await chain.client.getBlock()).timestamp);
  await progress.during("Enrolling", newcomers.length + tierChanges.length, async () => {
    for (let from = 0; from < newcomers.length; from += BATCH) {
      const batch = newcomers.slice(from, from + BATCH);
      const enrollments = batch.map((newcomer) => toEnrollment(newcomer, now));
      await send(chain, { ...to, functionName: "enroll", args: [enrollments] });
      transactions++;
      progress.add(batch.length);
    }
    for (const { partner, tier } of tierChanges) {
      const args = [BigInt(partner.number), tier, "partners file"] as const;
      await send(chain, { ...to, functionName: "setTier", args });
      transactions++;
      progress.add(1);
    }
  });
  return transactions;
}

function toEnrollment({ listed, referrer }: Newcomer, now: number) {
  const { wallet, name, tier = 0, joined = now } = listed;
  return { wallet, name, tier, joined, referrer };
}
