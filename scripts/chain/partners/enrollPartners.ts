import type { Address } from "viem";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Progress } from "../../Progress.ts";
import type { Program } from "../openProgram.ts";
import { send } from "../send.ts";
import { type EnrollmentPlan, type Newcomer, planEnrollment } from "./planEnrollment.ts";
import { readPartners } from "./readPartners.ts";
import { readPartnersFile } from "./readPartnersFile.ts";

/** Newcomers per transaction: about 100,000 gas each. */
const BATCH = 80;

export interface EnrollResult {
  readonly enrolled: number;
  readonly tiersChanged: number;
  readonly unchanged: number;
  readonly transactions: number;
}

/** Makes a program know the partners of a file. Everything is checked first; run again, it does what is left. */
export async function enrollPartners(
  program: Program,
  { file, account, progress }: { file: string; account: Address; progress: Progress },
): Promise<EnrollResult> {
  const listed = await readPartnersFile(file, program.terms);
  const plan = planEnrollment(listed, await readPartners(program));
  const transactions = await carryOut(program, plan, account, progress);
  return {
    enrolled: plan.newcomers.length,
    tiersChanged: plan.tierChanges.length,
    unchanged: plan.unchanged,
    transactions,
  };
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
