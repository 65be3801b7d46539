import type { Address } from "viem";
import { graduate } from "../../core/spec/graduate.ts";
import { payMilestone } from "../../core/spec/payMilestone.ts";
import { progressOf } from "../../core/spec/progressOf.ts";
import { reachMilestone } from "../../core/spec/reachMilestone.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

type Growth = Extract<Step, { readonly do: "graduate" | "milestone" }>;

/** Has a partner take the tier or the milestone that it may have reached. */
export async function compareProgress(subject: Subject, step: Growth): Promise<void> {
  const { chain, books, now } = subject;
  const { index, address } = picked(subject.currencies, step.currency);
  const all = [...books.partners.keys()];
  const grown = all.filter((partner) => progressOf(books, partner, index, now).sales > 0);
  // One that has reached something, if any has.
  const number = all.indexOf(picked(grown.length > 0 ? grown : all, step.partner));
  const wallet = await chain.actAs(walletOf(number));
  if (step.do === "graduate")
    await takeTier(subject, step.tier, { number, index, address, wallet });
  else await takeMilestone(subject, step.milestone, { number, index, address, wallet });
}

interface Taker {
  readonly number: number;
  readonly index: number;
  readonly address: Address;
  readonly wallet: Awaited<ReturnType<Subject["chain"]["actAs"]>>;
}

async function takeTier(subject: Subject, seed: number, taker: Taker): Promise<void> {
  const { program, books, now } = subject;
  const { number, index, address, wallet } = taker;
  const tiers = books.terms.graduations.map((one) => one.tier);
  // One that is in the terms, if any is; now and then any.
  const tier = tiers.length === 0 || seed === 0 ? seed % 4 : picked(tiers, seed);
  await expectSameRefusal(
    "graduate",
    () => graduate(books, { partner: walletOf(number), tier, currency: index }, now),
    () =>
      wallet.writeContract({
        ...program,
        functionName: "graduate",
        args: [BigInt(number + 1), tier, address],
        ...TRANSACTION,
      }),
  );
}

async function takeMilestone(subject: Subject, seed: number, taker: Taker): Promise<void> {
  const { program, books, now, reserved } = subject;
  const milestone = seed % Math.max(1, books.terms.milestones.length);
  const { number, index, address, wallet } = taker;
  const due = books.partners.get(walletOf(number))?.due;
  if (due?.has(milestone)) return takeDue(subject, milestone, taker);
  const both = await expectSameRefusal(
    "reachMilestone",
    () => reachMilestone(books, { partner: walletOf(number), milestone, currency: index }, now),
    () =>
      wallet.writeContract({
        ...program,
        functionName: "reachMilestone",
        args: [BigInt(number + 1), BigInt(milestone), address],
        ...TRANSACTION,
      }),
  );
  if (both !== undefined && !due?.has(milestone))
    reserved.set(index, (reserved.get(index) ?? 0n) - both.spec);
}

/** Has a milestone paid that waits for the reserve. */
async function takeDue(
  { program, books, reserved }: Subject,
  milestone: number,
  { number, wallet }: Taker,
): Promise<void> {
  const index = books.partners.get(walletOf(number))?.due.get(milestone)?.currency ?? 0;
  const both = await expectSameRefusal(
    "payMilestone",
    () => payMilestone(books, walletOf(number), milestone),
    () =>
      wallet.writeContract({
        ...program,
        functionName: "payMilestone",
        args: [BigInt(number + 1), BigInt(milestone)],
        ...TRANSACTION,
      }),
  );
  if (both !== undefined) reserved.set(index, (reserved.get(index) ?? 0n) - both.spec);
}
