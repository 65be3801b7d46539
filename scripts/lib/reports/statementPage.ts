import { formatUnits } from "viem";
import { escapeHtml } from "../html/escapeHtml.ts";
import { formatTime } from "../text/formatTime.ts";
import { formatRate } from "./formatRate.ts";
import type { Account, PartnerStatement, StatementLine } from "./PartnerStatement.ts";
import { STATEMENT_STYLE } from "./STATEMENT_STYLE.ts";

const SUMS = ["opening", "earned", "reversed", "claimed", "closing"] as const;
const PARTS = ["withheld", "held", "claimable", "frozen"] as const;

/** A statement as a page to print: one file that loads nothing and runs nothing. */
export function statementPage(statement: PartnerStatement): string {
  const { partner, span, until, program, programName, chainId, accounts, lines } = statement;
  const title = `Statement of ${partner}: ${span.label}`;
  const wallets = [...new Set(accounts.map(({ wallet }) => wallet))].join(", ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STATEMENT_STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<dl>
${fact("Program", programName)}
${fact("At", `${program}, chain ${chainId}`)}
${fact("Wallet", wallets)}
${fact("From", span.from === 0 ? "the beginning" : formatTime(span.from))}
${fact("Up to", formatTime(until))}
</dl>
<h2>Accounts</h2>
${accountsTable(accounts)}
<h2>Lines</h2>
${linesTable(lines)}
<p>Every amount is recomputed from the program's events. Closing is opening plus earned, less reversed and claimed. Of it, what is
held can still be refunded; what is claimable is final. What is frozen waits for a dispute to end and is in no balance. What is
withheld is the part of the payments that went to the tax account. Times are UTC.</p>
</body>
</html>
`;
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

function accountsTable(accounts: readonly Account[]): string {
  const amounts = [...SUMS, ...PARTS];
  const head = [`<th scope="col">Account</th>`, `<th scope="col">Currency</th>`];
  const rows = accounts.map((account) => {
    const { name, source, currency } = account;
    const shown = amounts.map((sum) => amountCell(formatUnits(account[sum], currency.decimals)));
    return `<tr>${cell(source === "partner" ? name : `${name} (${source})`)}${cell(currency.symbol)}${shown.join("")}</tr>`;
  });
  return table([...head, ...amounts.map((name) => amountHead(name))], rows);
}

function linesTable(lines: readonly StatementLine[]): string {
  if (lines.length === 0) return "<p>Nothing moved.</p>";
  const texts = ["Date", "What", "Sale", "Kind", "Role"].map(
    (name) => `<th scope="col">${name}</th>`,
  );
  const amounts = ["Sale amount", "Rate", "Amount"].map(amountHead);
  return table([...texts, ...amounts, `<th scope="col">Currency</th>`], lines.map(lineRow));
}

function lineRow({ time, what, sale, amount, withheld, currency }: StatementLine): string {
  const show = (one: bigint) => formatUnits(one, currency.decimals);
  const words = withheld ? `${what}, ${show(withheld)} of it withheld` : what;
  const texts = [formatTime(time), words, sale?.name ?? "", sale?.kind ?? "", sale?.role ?? ""];
  const amounts = [
    sale === undefined ? "" : show(sale.amount),
    sale === undefined ? "" : formatRate(sale.rate),
    show(amount),
  ];
  return `<tr>${texts.map(cell).join("")}${amounts.map(amountCell).join("")}${cell(currency.symbol)}</tr>`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`;
}

function cell(text: string): string {
  return `<td>${escapeHtml(text)}</td>`;
}

function amountCell(text: string): string {
  return `<td class="amount">${escapeHtml(text)}</td>`;
}

function amountHead(text: string): string {
  return `<th scope="col" class="amount">${text}</th>`;
}
