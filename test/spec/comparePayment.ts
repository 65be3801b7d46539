import { type Address, type Hex, zeroHash } from "viem";
import { paymentKey } from "../../core/spec/paymentKey.ts";
import { paySale, type SaleToPay } from "../../core/spec/paySale.ts";
import { releasePayment } from "../../core/spec/releasePayment.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";

/** Has the customer pay a sale, once. */
export async function comparePayment(
  subject: Subject,
  sale: SaleToPay,
  address: Address,
): Promise<void> {
  const { chain, program, books, now, balance } = subject;
  const { id, kind, currency, amount } = sale;
  const both = await expectSameRefusal(
    "paySale",
    () => paySale(books, sale, now),
    () =>
      chain.wallet.customer.writeContract({
        ...program,
        functionName: "paySale",
        args: [id, kind, address, amount],
        value: currency === 0 ? amount : 0n,
        ...TRANSACTION,
      }),
  );
  if (both !== undefined) balance.set(currency, (balance.get(currency) ?? 0n) + amount);
}

type Releasing = Extract<Step, { readonly do: "release" }>;

/** Has anybody release a payment, one that waits where there is one; with a sale of its id if one was posted, or with any. */
export async function compareRelease(subject: Subject, step: Releasing): Promise<void> {
  const { chain, program, books, now, sales } = subject;
  const keys = [...books.payments.keys()];
  const waiting = keys.filter((key) => books.payments.get(key)?.waits);
  if (keys.length === 0) return;
  const key = picked(waiting.length > 0 ? waiting : keys, step.payment);
  const payer = chain.wallet.customer.account.address;
  const id: Hex = `0x${key.slice(2, zeroHash.length)}`;
  expectEqual("the payment's key", key, paymentKey(id, payer));
  const same = sales.filter(({ shown }) => shown.id === id);
  const offered = same.length > 0 ? same : sales;
  const shown = step.shows && offered.length > 0 ? picked(offered, step.sale) : undefined;
  const both = await expectSameRefusal(
    "releasePayment",
    () => releasePayment(books, { id, payer, ...(shown && { shown: saleKey(shown) }) }, now),
    () =>
      chain.wallet.stranger.writeContract({
        ...program,
        functionName: "releasePayment",
        args: [id, payer, shown?.shown ?? { id: zeroHash, head: 0n, words: [], proof: [] }],
        ...TRANSACTION,
      }),
  );
  if (both === undefined) return;
  const [event] = (await eventsOf(subject, "PaymentReleased")).events;
  expectEqual("PaymentReleased", { saleId: id, payer, toPayer: both.spec }, event);
}
