import { formatUnits } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { formatRate } from "../../../../core/text/formatRate.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { ledgerOfStatement } from "../../../reporting/accounting/ledgerOfStatement.ts";
import { writeAccounting } from "../../../reporting/accounting/writeAccounting.ts";
import { buildPartnerStatement } from "../../../reporting/reports/buildPartnerStatement.ts";
import { describeSpan } from "../../../reporting/reports/describeSpan.ts";
import type {
  Account,
  PartnerStatement,
  StatementEntry,
} from "../../../reporting/reports/PartnerStatement.ts";
import { statementPage } from "../../../reporting/reports/statementPage.ts";
import { statementSheet } from "../../../reporting/reports/statementSheet.ts";
import { writeReport } from "../../../reporting/reports/writeReport.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";
import { readFiat } from "./readFiat.ts";

const AMOUNTS = ["opening", "earned", "reversed", "claimed", "closing"] as const;
const PARTS = ["withheld", "held", "claimable", "frozen"] as const;

type StatementOption =
  | ("program" | "partner" | "period" | "month" | "out")
  | ("format" | "fiat" | "rates" | "datev");

/** `report statement`: one partner's accounts and every line, for a spreadsheet or to print. */
export default command<StatementOption>(async (chain, options) => {
  const { period, month } = options;
  const partner = requireOption("partner", options.partner, "a partner's name or wallet");
  const program = await openNamedProgram(chain, options);
  const statement = await buildPartnerStatement(program, { partner, period, month });
  const files = await write(statement, options);
  return { json: toJson(statement), text: toText(statement, files) };
});

/** For people, or as a bookkeeping program takes it. Returns the files. */
async function write(
  statement: PartnerStatement,
  options: CommandOptions<StatementOption>,
): Promise<string[]> {
  const { out, format, datev } = options;
  if (format !== undefined) {
    const file = requireOption("out", out, "the .csv file to write");
    const { fiat, rates } = await readFiat(options);
    return writeAccounting(ledgerOfStatement(statement, fiat, rates), { format, file, datev });
  }
  if (out === undefined) return [];
  await writeReport(out, {
    ".csv": () => statementSheet(statement),
    ".html": () => statementPage(statement),
  });
  return [out];
}

function toText(statement: PartnerStatement, files: readonly string[]): string {
  const { partner, span, until, accounts, lines } = statement;
  const head = `${printable(partner)}: ${describeSpan(span, until)}`;
  const table = formatTable(
    ["account", "currency", ...AMOUNTS, ...PARTS],
    accounts.map((account) => {
      const { name, currency } = account;
      const show = (field: keyof Pick<Account, (typeof AMOUNTS | typeof PARTS)[number]>) =>
        formatUnits(account[field], currency.decimals);
      return [printable(name), currency.symbol, ...[...AMOUNTS, ...PARTS].map(show)];
    }),
    2,
  );
  const where =
    files.length === 0 ? "--out F.csv or F.html writes them" : `written to ${files.join(", ")}`;
  return `${head}\n\n${table}\n\n${counted(lines.length, "line")}; ${where}.`;
}

function toJson({ span, accounts, lines, ...statement }: PartnerStatement) {
  return {
    ...statement,
    span: { label: span.label, from: span.from, to: span.to },
    accounts: accounts.map(accountToJson),
    lines: lines.map(lineToJson),
  };
}

function accountToJson(account: Account) {
  const { name, wallet, source, currency } = account;
  const amounts = [...AMOUNTS, ...PARTS].map((field) => [
    field,
    formatUnits(account[field], currency.decimals),
  ]);
  return { name, wallet, source, currency: currency.symbol, ...Object.fromEntries(amounts) };
}

function lineToJson({ what, time, currency, amount, sale, withheld, transaction }: StatementEntry) {
  const show = (one: bigint) => formatUnits(one, currency.decimals);
  return {
    ...{ time, what, currency: currency.symbol, amount: show(amount) },
    ...(withheld !== undefined && { withheld: show(withheld) }),
    ...(sale && {
      ...{ sale: sale.name, kind: sale.kind, saleAmount: show(sale.amount), role: sale.role },
      ...{ rate: formatRate(sale.rate), locksAt: sale.locksAt },
    }),
    ...(transaction && { transaction }),
  };
}
