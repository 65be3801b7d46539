import { formatUnits } from "viem";
import type { Inputs } from "../../facts/Inputs.ts";
import { NOTHING_KNOWN, type SetAside } from "../../facts/SetAside.ts";
import { REFUND_FAILED } from "../../store/storedRefunds.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { kindByDescription } from "./kindByDescription.ts";

/** Takes the rows of a balance, in the order of time, for the sales and refunds that they are. */
export function takeBalanceTransactions(
  movements: readonly BalanceTransaction[],
  inputs: Inputs,
): void {
  const undone = findUndone(movements);
  for (const movement of movements) {
    if (movement.category === "sale") addSale(movement, inputs);
    else if (movement.category === "refund" && !undone.has(movement)) addRefund(movement, inputs);
    else if (movement.category === "dispute" && !undone.has(movement)) {
      for (const id of movement.same.slice(0, 1)) inputs.disputed.add(id);
      inputs.setAside.push(
        setAside(movement, "review", "(dispute)", "the file does not say how the dispute ended"),
      );
    } else inputs.setAside.push(setAside(movement, "exclude", ...reasonFor(movement)));
  }
}

function reasonFor({ category, called }: BalanceTransaction): [string, string] {
  if (category === "other") return ["(no payment)", `it is "${called}"`];
  return category === "refund" || category === "refund_failure"
    ? [REFUND_FAILED, "the money came back"]
    : ["(dispute won)", "the money came back"];
}

/** Refunds that failed and disputes that were won: each with the latest before it of the same charge and amount. */
function findUndone(movements: readonly BalanceTransaction[]): ReadonlySet<BalanceTransaction> {
  const undone = new Set<BalanceTransaction>();
  const before: BalanceTransaction[] = [];
  for (const movement of movements) {
    const { category, charge, amount } = movement;
    if (category === "refund" || category === "dispute") before.push(movement);
    const ofWhat = UNDOES[category];
    if (ofWhat === undefined) continue;
    const found = before.findLast(
      (one) =>
        one.category === ofWhat &&
        one.charge === charge &&
        one.amount === amount &&
        !undone.has(one),
    );
    if (found !== undefined) undone.add(found);
  }
  return undone;
}

const UNDOES: Readonly<
  Partial<Record<BalanceTransaction["category"], BalanceTransaction["category"]>>
> = {
  refund_failure: "refund",
  dispute_reversal: "dispute",
};

function addSale(movement: BalanceTransaction, inputs: Inputs): void {
  const { same, amount, currency, occurredAt, description, customers, attributes, from } = movement;
  inputs.sales.push({
    ...{ id: same[0] ?? movement.id, same, customers, amount },
    kind: kindByDescription(description),
    decimals: decimalsAtStripe(currency),
    currency: currency.toUpperCase(),
    ...{ occurredAt, product: "", codes: [], attributes, credits: "", source: "balance", from },
  });
}

function addRefund(movement: BalanceTransaction, inputs: Inputs): void {
  const { id, same, amount, currency, occurredAt, from } = movement;
  const [saleId] = same;
  if (saleId === undefined) {
    const reason = "the file does not name its charge; give the itemized report, or the payments";
    inputs.setAside.push(setAside(movement, "review", "(no sale)", reason));
    return;
  }
  const decimals = decimalsAtStripe(currency);
  const refund = { id, saleId, amount, decimals, occurredAt, from };
  inputs.refunds.push({ ...refund, reason: "refund", source: "balance" });
}

function setAside(
  movement: BalanceTransaction,
  verdict: SetAside["verdict"],
  rule: string,
  reason: string,
): SetAside {
  const { id, amount, currency, occurredAt, from, customers } = movement;
  return {
    ...NOTHING_KNOWN,
    ...{ verdict, what: "line", id, occurredAt, from, rule, reason },
    customer: customers[0] ?? "",
    amount: formatUnits(amount, decimalsAtStripe(currency)),
    currency: currency.toUpperCase(),
  };
}
