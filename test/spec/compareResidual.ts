import { claimAll } from "../../core/spec/claimAll.ts";
import { settleResidual } from "../../core/spec/settleResidual.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Claims the operator's residual, which pays the treasury. */
export async function compareResidual(
  subject: Subject,
  currency: number,
  segments: number,
): Promise<void> {
  const { chain, program, books, now, balance } = subject;
  const { index, address } = picked(subject.currencies, currency);
  await chain.wallet.arbiter.writeContract({
    ...program,
    functionName: "claimResidual",
    args: [address, BigInt(segments)],
    ...TRANSACTION,
  });
  const treasury = chain.wallet.treasury.account.address;
  const settled = settleResidual(books, { treasury, currency: index, segments }, now);
  const [event] = await chain.client.getContractEvents({
    ...program,
    eventName: "ResidualSettled",
    fromBlock: "latest",
  });
  expectEqual("claimResidual", settled, event?.args.amount);
  balance.set(index, (balance.get(index) ?? 0n) - claimAll(books, treasury, index, now));
}
