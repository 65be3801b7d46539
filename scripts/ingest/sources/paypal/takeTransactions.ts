import { formatUnits } from "viem";
import type { Inputs } from "../../facts/Inputs.ts";
import { NOTHING_KNOWN, type SetAside } from "../../facts/SetAside.ts";
import { DECIMALS } from "./amountIn.ts";
import { findUndone } from "./findUndone.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { reasonAgainst } from "./reasonAgainst.ts";

/** Takes transactions, in the order of time, for the sales and refunds that they are; all others are set aside. */
export function takeTransactions(transactions: readonly PaypalTransaction[], inputs: Inputs): void {
  const file = {
    payments: new Map(transactions.filter(isPayment).map((one) => [one.id, one])),
    undone: findUndone(transactions),
  };
  for (const one of transactions) {
    const why = reasonAgainst(one, file);
    if (why !== undefined) inputs.setAside.push({ ...rowOf(one), ...why });
    else if (isPayment(one)) addSale(one, inputs);
    else addRefund(one, inputs);
    const isOpen = one.type === "dispute hold" && !file.undone.has(one);
    if (isOpen && one.reference !== "") inputs.disputed.add(one.reference);
  }
}

function isPayment({ type }: PaypalTransaction): boolean {
  return type === "payment";
}

function addSale(one: PaypalTransaction, inputs: Inputs): void {
  const { id, gross, tax, shipping, currency, occurredAt, product, customers, attributes } = one;
  inputs.sales.push({
    ...{ id, same: [id], customers, amount: gross, tax, shipping, decimals: DECIMALS, currency },
    // PayPal does not tell a subscription's first payment from a later one.
    ...{ kind: "initial", occurredAt, product, codes: [], attributes, credits: "" },
    ...{ source: "payments", from: one.from },
  });
}

function addRefund(one: PaypalTransaction, inputs: Inputs): void {
  const { id, reference, gross, occurredAt, from, type, called } = one;
  inputs.refunds.push({
    ...{ id, saleId: reference, amount: -gross, decimals: DECIMALS, occurredAt, from },
    reason: type === "refund" ? "refund" : called,
    source: "payments",
  });
}

function rowOf(one: PaypalTransaction): Omit<SetAside, "verdict" | "rule" | "reason"> {
  const { id, customers, gross, currency, occurredAt, from } = one;
  return {
    ...NOTHING_KNOWN,
    ...{ what: "line", id, currency, occurredAt, from, customer: customers[0] ?? "" },
    amount: formatUnits(gross, DECIMALS),
  };
}
