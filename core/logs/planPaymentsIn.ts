import type { Hash, TransactionReceipt } from "viem";
import type { Currency } from "../currency/Currency.ts";
import { decodePlanEventsNamed } from "./decodePlanEvents.ts";

/** One payment of a plan. */
export interface PlanPayment {
  /** A grant's number, or whose power it is. */
  readonly to: bigint | "treasury" | "tax account";
  /** Who was paid. */
  readonly wallet: `0x${string}`;
  readonly currency: Currency;
  /** What of it the tax account has is in it. */
  readonly amount: bigint;
  readonly withheld: bigint;
  readonly transaction: Hash;
}

/** The payments in one currency that a transaction made. */
export function planPaymentsIn(
  { logs, transactionHash: transaction }: TransactionReceipt,
  currency: Currency,
): PlanPayment[] {
  const payments: PlanPayment[] = [];
  const names = ["Claimed", "Withheld", "ClaimShort", "TreasuryPaid", "TaxPaid"] as const;
  for (const { eventName, args } of decodePlanEventsNamed(logs, names)) {
    if (args.currency !== currency.address) continue;
    const { amount } = args;
    const money = { currency, amount, withheld: 0n, transaction };
    if (eventName === "Claimed") payments.push({ to: args.id, wallet: args.holder, ...money });
    if (eventName === "TreasuryPaid")
      payments.push({ to: "treasury", wallet: args.treasury, ...money });
    if (eventName === "TaxPaid")
      payments.push({ to: "tax account", wallet: args.taxAccount, ...money });
    // What is withheld, or does not leave, follows the payment that it is of.
    const last = payments.at(-1);
    if (last === undefined) continue;
    if (eventName === "Withheld") payments[payments.length - 1] = { ...last, withheld: amount };
    if (eventName === "ClaimShort")
      payments[payments.length - 1] = { ...last, amount: last.amount - amount };
  }
  return payments;
}
