import { stringToHex, zeroHash } from "viem";
import { refundSale } from "../../core/spec/refundSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Refunds a part, in percent of what is left of a sale. */
export async function compareRefund(subject: Subject, sale: number, part: number): Promise<void> {
  const { chain, program, books, now, sales, funds } = subject;
  if (sales.length === 0) return;
  const saleId = picked(sales, sale);
  const posted = books.sales.get(saleId);
  const left = (posted?.amount ?? 0n) - (posted?.refunded ?? 0n);
  const amount = (left * BigInt(part) + 99n) / 100n;
  const refund = {
    id: stringToHex(`${saleId} at ${now}, ${posted?.refunded}`.slice(0, 31), { size: 32 }),
    saleId: stringToHex(saleId, { size: 32 }),
    amount,
    reason: "fuzz",
  };
  const both = await expectSameRefusal(
    "refund",
    () => refundSale(books, saleId, amount, now),
    () =>
      chain.wallet.attributor.writeContract({
        ...program,
        functionName: "refund",
        args: [[refund], zeroHash],
        ...TRANSACTION,
      }),
  );
  if (both === undefined || posted === undefined) return;
  if (posted.payer === undefined) {
    funds.set(posted.currency, (funds.get(posted.currency) ?? 0n) + both.spec.returned);
  }
  const [event] = await chain.client.getContractEvents({
    ...program,
    eventName: "SaleRefunded",
    fromBlock: "latest",
  });
  const { reversed, setAside, returned } = event?.args ?? {};
  const told = { ...both.spec, setAside: both.spec.setAside > 0n ? both.spec.setAside : 0n };
  expectEqual("refund", told, { reversed, setAside, returned });
}
