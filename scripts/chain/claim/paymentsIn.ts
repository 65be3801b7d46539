import type { Address, Hash, TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";

/** One payment, with what of it went to the tax account. */
export interface Payment {
  readonly party: Address;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly withheld: bigint;
  readonly transaction: Hash;
}

/** The payments in one currency that a transaction made. */
export function paymentsIn(
  { logs, transactionHash }: TransactionReceipt,
  currency: Currency,
): Payment[] {
  const payments: Payment[] = [];
  const events = decodeEventsNamed(logs, ["Claimed", "Withheld"]);
  for (const { eventName, args } of events.filter(
    (one) => one.args.currency === currency.address,
  )) {
    const { party, amount } = args;
    if (eventName === "Claimed") {
      payments.push({ party, currency, amount, withheld: 0n, transaction: transactionHash });
      continue;
    }
    // What is withheld follows the payment that it is of.
    const at = payments.findLastIndex((payment) => payment.party === party);
    const payment = payments[at];
    if (payment !== undefined) payments[at] = { ...payment, withheld: amount };
  }
  return payments;
}
