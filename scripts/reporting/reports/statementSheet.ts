import { formatUnits } from "viem";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { formatRate } from "../../../core/text/formatRate.ts";
import { sheetOf } from "../../files/table/sheetOf.ts";
import type { Account, PartnerStatement, StatementEntry } from "./PartnerStatement.ts";
import { lastSecondOf } from "./Span.ts";

const HEADER = [
  ...["date", "what", "sale", "kind", "sale_amount", "role", "rate", "currency", "amount"],
  ...["withheld", "total", "locked_from", "transaction"],
];
const SUMS = [
  ...(["opening", "earned", "reversed", "claimed", "withheld", "closing"] as const),
  ...(["held", "claimable", "frozen"] as const),
];

/** A statement for a spreadsheet: the lines in `amount`, and what they come to in `total`. */
export function statementSheet({ lines, accounts, span, until }: PartnerStatement): string {
  return sheetOf(HEADER, [
    ...lines.map(lineRow),
    ...accounts.flatMap((account) => sumRows(account, lastSecondOf(span, until))),
  ]);
}

function lineRow(line: StatementEntry): string[] {
  const { time, what, sale, currency, amount, withheld, transaction = "" } = line;
  const show = (one: bigint) => formatUnits(one, currency.decimals);
  const ofSale =
    sale === undefined
      ? ["", "", "", "", ""]
      : [sale.name, sale.kind, show(sale.amount), sale.role, formatRate(sale.rate)];
  return [
    ...[formatInstant(time), what, ...ofSale, currency.symbol, show(amount)],
    ...[withheld === undefined ? "" : show(withheld), ""],
    ...[sale === undefined ? "" : formatInstant(sale.locksAt), transaction],
  ];
}

function sumRows(account: Account, time: number): string[][] {
  const { name, currency } = account;
  return SUMS.map((sum) => [
    ...[formatInstant(time), `${name}: ${sum}`, "", "", "", "", "", currency.symbol, "", ""],
    ...[formatUnits(account[sum], currency.decimals), "", ""],
  ]);
}
