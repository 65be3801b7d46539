import { addReserve } from "../../core/spec/addReserve.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Adds to the reserve, out of which arrears are paid first. */
export async function compareReserve(
  subject: Subject,
  currency: number,
  amount: bigint,
): Promise<void> {
  const { chain, program, books, balance, reserved } = subject;
  const { index, address } = picked(subject.currencies, currency);
  await chain.wallet.customer.writeContract({
    ...program,
    functionName: "addReserve",
    args: [address, amount],
    value: index === 0 ? amount : 0n,
    ...TRANSACTION,
  });
  const paid = addReserve(books, index, amount);
  const events = await chain.client.getContractEvents({
    ...program,
    eventName: "ArrearsPaid",
    fromBlock: "latest",
  });
  const told = events.map(({ args }) => [Number(args.line), args.amount]);
  expectEqual("ArrearsPaid", [...paid], told as [number, bigint][]);
  balance.set(index, (balance.get(index) ?? 0n) + amount);
  reserved.set(index, (reserved.get(index) ?? 0n) + amount);
}
