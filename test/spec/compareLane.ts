import { openLane } from "../../core/spec/openLane.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { TRANSACTION } from "./transaction.ts";

/** Has the operator open a lane whose windows may reach so many seconds back, or only into what is to come. */
export async function compareLane(subject: Subject, lane: number, ago: number): Promise<void> {
  const { chain, program, books, now } = subject;
  const begins = now - ago;
  await expectSameRefusal(
    "openLane",
    () => openLane(books, lane, begins),
    () =>
      chain.wallet.operator.writeContract({
        ...program,
        functionName: "openLane",
        args: [BigInt(lane), begins],
        ...TRANSACTION,
      }),
  );
}
