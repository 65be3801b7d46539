import { formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { sheetOf } from "../../files/table/sheetOf.ts";
import type { Item, Reconciliation } from "./Reconciliation.ts";

const HEADER = [
  ...["what", "id", "sale", "status", "field", "source", "chain", "currency", "source_amount"],
  ...[
    "chain_currency",
    "chain_amount",
    "refunded",
    "note",
    "occurred_at",
    "posted_at",
    "transaction",
  ],
];

/**
 * A reconciliation for a spreadsheet: a row for each sale and refund, of one that differs a row for each field. Where refunds are
 * acknowledged, the last column is what each costs.
 */
export function reconciliationSheet({ items }: Reconciliation): string {
  const isCosted = items.some(({ cost }) => cost !== undefined);
  const costOf = ({ cost, currency }: Item) => (isCosted ? [show(cost, currency)] : []);
  return sheetOf(
    isCosted ? [...HEADER, "cost"] : HEADER,
    items.flatMap((item) => itemRows(item).map((row) => [...row, ...costOf(item)])),
  );
}

function itemRows(item: Item): string[][] {
  const { what, id, sale, status, differences, currency, chainCurrency, note } = item;
  const { occurredAt, postedAt } = item;
  const day = (time: number | undefined) => (time === undefined ? "" : formatInstant(time));
  const fields = differences.length === 0 ? [undefined] : differences;
  return fields.map((one) => [
    ...[what, id, sale, status, one?.field ?? "", one?.source ?? "", one?.chain ?? ""],
    ...[currency?.symbol ?? "", show(item.sourceAmount, currency)],
    ...[chainCurrency?.symbol ?? "", show(item.chainAmount, chainCurrency)],
    ...[what === "sale" ? show(item.refunded, chainCurrency ?? currency) : "", note],
    ...[day(occurredAt), day(postedAt), item.transaction ?? ""],
  ]);
}

function show(amount: bigint | undefined, currency: Currency | undefined): string {
  return amount === undefined || currency === undefined
    ? ""
    : formatUnits(amount, currency.decimals);
}
