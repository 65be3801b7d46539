import { stringToHex, zeroHash } from "viem";
import { disputeSale } from "../../core/spec/disputeSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

/** Has a partner dispute a sale. */
export async function compareDispute(
  subject: Subject,
  sale: number,
  partnerSeed: number,
): Promise<void> {
  const { chain, program, books, now, sales } = subject;
  if (sales.length === 0) return;
  const id = picked(sales, sale);
  const partner = walletOf(partnerSeed % books.partners.size);
  const disputant = await chain.actAs(partner);
  const args = [stringToHex(id, { size: 32 }), "fuzz", zeroHash] as const;
  const both = await expectSameRefusal(
    "dispute",
    () => disputeSale(books, { id, partner }, now),
    () => disputant.writeContract({ ...program, functionName: "dispute", args, ...TRANSACTION }),
  );
  if (both === undefined) return;
  const [event] = await chain.client.getContractEvents({
    ...program,
    eventName: "SaleDisputed",
    fromBlock: "latest",
  });
  expectEqual("SaleDisputed.frozen", both.spec, event?.args.frozen);
}
