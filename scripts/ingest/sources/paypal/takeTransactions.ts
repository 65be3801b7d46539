import { formatUnits } from "viem";
import type { Inputs } from "../../facts/Inputs.ts";
import { NOTHING_KNOWN, type SetAside, type Why } from "../../facts/SetAside.ts";
import { DECIMALS } from "./amountIn.ts";
import type { PaypalConversion } from "./findConversions.ts";
import { findUndone } from "./findUndone.ts";
import { isOpenHold } from "./isOpenHold.ts";
import { joinTellings } from "./joinTellings.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { reasonAgainst } from "./reasonAgainst.ts";

/**
 * Takes the transactions of all downloads for the sales and refunds that they are; all others are set aside. What undoes one may
 * be in another download than what it undoes.
 */
export function takeTransactions(
  rows: readonly PaypalTransaction[],
  conversions: ReadonlyMap<string, PaypalConversion>,
  inputs: Inputs,
): void {
  const transactions = joinTellings(rows);
  const undone = findUndone(transactions);
  for (const one of transactions) {
    const why = reasonAgainst(one, undone);
    if (why !== undefined) inputs.setAside.push(toSetAside(one, why));
    else for (const row of one.rows) addFact(row, conversions.get(row.id), inputs);
    if (isOpenHold(one) && !undone.has(one) && one.reference !== "")
      inputs.disputed.add(one.reference);
  }
}

function addFact(
  one: PaypalTransaction,
  conversion: PaypalConversion | undefined,
  inputs: Inputs,
): void {
  const { type, called, id, reference, gross = 0n, currency, occurredAt, from } = one;
  const common = {
    id,
    decimals: DECIMALS,
    currency,
    occurredAt,
    source: "payments",
    from,
  } as const;
  if (type === "payment") {
    const { tax, shipping, fees, product, customers, attributes } = one;
    inputs.sales.push({
      ...{ ...common, same: [id], customers, amount: gross, tax, shipping, fees },
      converted: conversion?.from === currency ? conversion : undefined,
      // PayPal does not tell a subscription's first payment from a later one.
      ...{ kind: "initial", product, codes: [], attributes, credits: "" },
    });
  } else {
    const reason = type === "refund" ? "refund" : called;
    inputs.refunds.push({ ...common, saleId: reference, amount: -gross, reason });
  }
}

function toSetAside(one: PaypalTransaction, why: Why): SetAside {
  const { id, customers, gross, currency, occurredAt, from } = one;
  return {
    ...NOTHING_KNOWN,
    ...{ what: "line", id, currency, occurredAt, from, customer: customers[0] ?? "" },
    amount: gross === undefined ? "" : formatUnits(gross, DECIMALS),
    ...why,
  };
}
