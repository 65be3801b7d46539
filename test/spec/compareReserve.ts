import { isGuaranteed } from "../../core/deal/isGuaranteed.ts";
import { FOR_MILESTONES } from "../../core/ledger/lineEvents.ts";
import { addReserve } from "../../core/spec/addReserve.ts";
import { backMilestones } from "../../core/spec/backMilestones.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";

type Reserve = Extract<Step, { readonly do: "reserve" }>;

/** Adds to what backs a guaranteed line, which pays its arrears first, or milestones. */
export async function compareReserve(
  subject: Subject,
  { currency, backed, amount }: Reserve,
): Promise<void> {
  const { chain, program, books, balance, reserved } = subject;
  const { index, address } = picked(subject.currencies, currency);
  const promises = promisesIn(books, index);
  if (promises.length === 0) return;
  // Undefined for milestones, so not `picked`, to which that is nothing.
  const line = promises[backed % promises.length];
  await chain.wallet.customer.writeContract({
    ...program,
    functionName: "addReserve",
    args: [line === undefined ? FOR_MILESTONES : BigInt(line), address, amount],
    value: index === 0 ? amount : 0n,
    ...TRANSACTION,
  });
  const events = await chain.client.getContractEvents({
    ...program,
    eventName: "ArrearsPaid",
    fromBlock: "latest",
  });
  const told = events.map(({ args }) => [Number(args.line), args.amount]);
  if (line === undefined) backMilestones(books, index, amount);
  const paid = line === undefined ? 0n : addReserve(books, { line, currency: index, amount });
  expectEqual("ArrearsPaid", paid === 0n ? [] : [[line ?? 0, paid]], told as [number, bigint][]);
  balance.set(index, (balance.get(index) ?? 0n) + amount);
  reserved.set(index, (reserved.get(index) ?? 0n) + amount);
}

/** The lines that are guaranteed something in a currency; undefined for milestones. */
export function promisesIn({ terms }: Books, currency: number): (number | undefined)[] {
  const lines = [...terms.standing.entries()].filter(([, line]) => isGuaranteed(line, currency));
  return [...lines.map(([line]) => line), ...(terms.milestones.length > 0 ? [undefined] : [])];
}
