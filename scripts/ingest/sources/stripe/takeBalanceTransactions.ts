import { formatUnits } from "viem";
import { sumOfAmounts } from "../../../../core/money/sumOfAmounts.ts";
import { groupBy } from "../../facts/groupBy.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import { NOTHING_KNOWN, type SetAside, type Why } from "../../facts/SetAside.ts";
import { REFUND_FAILED } from "../../store/storedRefunds.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { findUndone } from "./findUndone.ts";
import { inBalanceOrder } from "./inBalanceOrder.ts";
import { kindByDescription } from "./kindByDescription.ts";

/** The files that belong together, as one balance. */
interface Balance {
  readonly undone: ReadonlySet<BalanceTransaction>;
  /** What was not captured, by charges that are sold in the same balance. */
  readonly uncaptured: ReadonlyMap<string, bigint>;
}

/** Takes the rows of a balance, in any order, for the sales and refunds that they are. */
export function takeBalanceTransactions(
  transactions: readonly BalanceTransaction[],
  inputs: Inputs,
): void {
  const ordered = inBalanceOrder(transactions);
  const balance = { undone: findUndone(ordered), uncaptured: uncapturedIn(ordered) };
  for (const one of ordered) {
    const why = reasonAgainst(one, balance);
    if (one.category === "dispute" && !balance.undone.has(one))
      for (const id of one.same.slice(0, 1)) inputs.disputed.add(id);
    if (one.category === "unknown" && one.charge !== "") addDoubt(one, inputs);
    else if (why !== undefined) inputs.setAside.push({ ...lineOf(one), ...why });
    else if (one.category === "sale") addSale(one, balance, inputs);
    else addRefund(one, inputs);
  }
}

function uncapturedIn(transactions: readonly BalanceTransaction[]): Map<string, bigint> {
  const of = (category: BalanceTransaction["category"]) =>
    transactions.filter((one) => one.category === category && one.charge !== "");
  const sold = new Set(of("sale").map(({ charge }) => charge));
  const released = groupBy(of("partial_capture"), ({ charge }) => charge);
  return new Map(
    [...released].flatMap(([charge, own]) =>
      sold.has(charge) ? [[charge, sumOfAmounts(own)] as const] : [],
    ),
  );
}

/** Undefined where it is a sale or a refund. */
function reasonAgainst(one: BalanceTransaction, balance: Balance): Why | undefined {
  const { category, called, charge, amount, same } = one;
  const isUndone = balance.undone.has(one);
  switch (category) {
    case "sale":
      if (amount > (balance.uncaptured.get(charge) ?? 0n)) return undefined;
      return { verdict: "exclude", rule: "(not paid)", reason: "nothing was captured of it" };
    case "partial_capture":
      if (balance.uncaptured.has(charge)) return NOT_CAPTURED;
      break;
    case "refund":
      if (isUndone) return CAME_BACK;
      break;
    case "failure":
      break;
    case "refund_failure":
      return isUndone ? CAME_BACK : unmatched(REFUND_FAILED, "refund");
    case "dispute":
      return isUndone ? WON : IN_DISPUTE;
    case "dispute_reversal":
      return isUndone ? WON : unmatched(WON.rule, "dispute");
    case "unknown":
      return unknown(called);
    case "cost":
      return { verdict: "exclude", rule: "(no payment)", reason: `it is "${called}"` };
  }
  if (same.length > 0) return undefined;
  const reason = "the file does not name its charge; give the itemized report, or the payments";
  return { verdict: "review", rule: "(no sale)", reason };
}

const CAME_BACK: Why = {
  verdict: "exclude",
  rule: REFUND_FAILED,
  reason: "the money came back",
};

const WON: Why = { verdict: "exclude", rule: "(dispute won)", reason: "the money came back" };

const IN_DISPUTE: Why = {
  verdict: "review",
  rule: "(dispute)",
  reason: "the file does not say how the dispute ended",
};

const NOT_CAPTURED: Why = {
  verdict: "exclude",
  rule: "(partial capture)",
  reason: "its charge counts for what was captured",
};

/** It names no charge, and may be about one all the same. */
function unknown(called: string): Why {
  const reason = `nobody knows what "${called}" is; if it gives back a sale, put it into a refunds file`;
  return { verdict: "review", rule: "(unknown category)", reason };
}

function unmatched(rule: string, what: string): Why {
  const reason = `the money of a ${what} came back that is not in the files; give the one that has it`;
  return { verdict: "review", rule, reason };
}

/** Nobody knows what it does to its charge, and the sale waits until somebody says. */
function addDoubt(one: BalanceTransaction, inputs: Inputs): void {
  const { called, charge, id, transaction, amount, currency } = one;
  const reason = `"${called}" of ${charge} is of no category that is known: decide it by a rule that names the sale, or as a refund ${transaction} of it in a refunds file`;
  inputs.doubts.push({
    ...{ saleId: charge, rule: "(unknown category)", reason },
    row: {
      ...{ line: lineOf(one), ids: [transaction, id], amount },
      decimals: decimalsAtStripe(currency),
    },
  });
}

function addSale(one: BalanceTransaction, { uncaptured }: Balance, inputs: Inputs): void {
  const { same, charge, currency, settled, occurredAt, description, customers, attributes, from } =
    one;
  inputs.sales.push({
    ...{ id: same[0] ?? one.id, same, payment: charge, customers },
    amount: one.amount - (uncaptured.get(charge) ?? 0n),
    kind: kindByDescription(description),
    decimals: decimalsAtStripe(currency),
    currency: currency.toUpperCase(),
    ...settled,
    ...{ occurredAt, product: "", codes: [], attributes, credits: "", source: "balance", from },
  });
}

const REASONS: Readonly<Partial<Record<BalanceTransaction["category"], string>>> = {
  ...{ failure: "payment failed", partial_capture: "partial capture" },
};

function addRefund(one: BalanceTransaction, inputs: Inputs): void {
  const { id, same, amount, currency, occurredAt, from, category } = one;
  inputs.refunds.push({
    ...{
      id,
      saleId: same[0] ?? "",
      amount,
      decimals: decimalsAtStripe(currency),
      occurredAt,
      from,
    },
    ...{ reason: REASONS[category] ?? "refund", source: "balance" },
  });
}

function lineOf(one: BalanceTransaction): Omit<SetAside, keyof Why> {
  const { id, amount, currency, occurredAt, from, customers } = one;
  return {
    ...NOTHING_KNOWN,
    ...{ what: "line", id, occurredAt, from },
    customer: customers[0] ?? "",
    amount: formatUnits(amount, decimalsAtStripe(currency)),
    currency: currency.toUpperCase(),
  };
}
