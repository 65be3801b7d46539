import { formatUnits } from "viem";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { formatRate } from "../../../core/text/formatRate.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { pageOf } from "../../files/html/pageOf.ts";
import { describeSpan } from "./describeSpan.ts";
import type { Account, PartnerStatement, StatementEntry } from "./PartnerStatement.ts";
import { STATEMENT_STYLE } from "./STATEMENT_STYLE.ts";

const SUMS = ["opening", "earned", "reversed", "claimed", "closing"] as const;
/** Accounts in one table. */
const SIDE_BY_SIDE = 4;
const PARTS = ["withheld", "held", "claimable", "frozen"] as const;

/** A statement as a page to print: one file that loads nothing and runs nothing. */
export function statementPage(statement: PartnerStatement): string {
  const { partner, span, until, program, programName, chainId, accounts, lines } = statement;
  const title = `Statement of ${partner}: ${span.label}`;
  const wallets = [...new Set(accounts.map(({ wallet }) => wallet))].join(", ");
  return pageOf(
    title,
    STATEMENT_STYLE,
    `<dl>
${fact("Program", programName)}
${fact("At", `${program}, chain ${chainId}`)}
${fact("Wallet", wallets)}
${fact("Of", describeSpan(span, until))}
</dl>
<h2>Accounts</h2>
${accountsTables(accounts)}
<h2>Lines</h2>
${linesTable(lines)}
<p>Every amount is recomputed from the program's events. Closing is opening plus earned, less reversed and claimed. Of it, what is
held can still be refunded; what is claimable is final. A line locks on its date: from that second on it is final. What is frozen waits for a dispute to end and is in no balance. What is
withheld is the part of the payments that went to the tax account. Times are UTC.</p>`,
  );
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

/** A column for each account; a few side by side, so that amounts of many decimals fit on paper. */
function accountsTables(accounts: readonly Account[]): string {
  const tables: string[] = [];
  for (let from = 0; from < accounts.length; from += SIDE_BY_SIDE)
    tables.push(accountsTable(accounts.slice(from, from + SIDE_BY_SIDE)));
  return tables.join("\n");
}

function accountsTable(accounts: readonly Account[]): string {
  const heads = accounts.map(({ name, source, currency }) => {
    const account = source === "partner" ? name : `${name} (${source})`;
    return amountHead(`${account}, ${currency.symbol}`);
  });
  const rows = [...SUMS, ...PARTS].map((sum) => {
    const shown = accounts.map((account) => formatUnits(account[sum], account.currency.decimals));
    return `<tr><th scope="row">${sum}</th>${shown.map(amountCell).join("")}</tr>`;
  });
  return table(["<td></td>", ...heads], rows);
}

function linesTable(lines: readonly StatementEntry[]): string {
  if (lines.length === 0) return "<p>Nothing moved.</p>";
  const texts = ["Date (UTC)", "What", "Sale", "Kind", "Role"].map(
    (name) => `<th scope="col">${name}</th>`,
  );
  const amounts = ["Sale amount", "Rate", "Amount"].map(amountHead);
  const last = ["Currency", "Locked on (UTC)"].map((name) => `<th scope="col">${name}</th>`);
  return table([...texts, ...amounts, ...last], lines.map(lineRow));
}

function lineRow({ time, what, sale, amount, withheld, currency }: StatementEntry): string {
  const show = (one: bigint) => formatUnits(one, currency.decimals);
  const words = withheld ? `${what}, ${show(withheld)} of it withheld` : what;
  const names = [sale?.name ?? "", sale?.kind ?? "", sale?.role ?? ""];
  const amounts = [
    sale === undefined ? "" : show(sale.amount),
    sale === undefined ? "" : formatRate(sale.rate),
    show(amount),
  ];
  return `<tr>${cell(dateOf(time))}<td class="words">${escapeHtml(words)}</td>${names.map(nameCell).join("")}${amounts.map(amountCell).join("")}${cell(currency.symbol)}${cell(sale === undefined ? "" : dateOf(sale.locksAt))}</tr>`;
}

/** The head of the column names the zone. */
function dateOf(time: number): string {
  return formatInstant(time).replace(" UTC", "");
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`;
}

function cell(text: string): string {
  return `<td>${escapeHtml(text)}</td>`;
}

/** Names may be long, and break anywhere. */
function nameCell(text: string): string {
  return `<td class="name">${escapeHtml(text)}</td>`;
}

function amountCell(text: string): string {
  return `<td class="amount">${escapeHtml(text)}</td>`;
}

function amountHead(text: string): string {
  return `<th scope="col" class="amount">${escapeHtml(text)}</th>`;
}
