import { formatUnits } from "viem";
import type { Time } from "../../../core/deal/Terms.ts";
import { bookOf } from "../../../core/equity/bookOf.ts";
import { earningsOf } from "../../../core/equity/earningsOf.ts";
import { levelIn } from "../../../core/equity/levelIn.ts";
import { outstandingOf } from "../../../core/equity/outstandingOf.ts";
import { vestedUnits } from "../../../core/equity/vestedUnits.ts";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { groupDigits } from "../../../core/text/groupDigits.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { pageOf } from "../../files/html/pageOf.ts";
import { drawLegend } from "../../simulation/report/drawLegend.ts";
import { STYLE } from "../../simulation/report/STYLE.ts";
import { currencyAt } from "../PlanFile.ts";
import { type Band, bandsByClass, bandsByGrant } from "./Band.ts";
import { drawCurve } from "./drawCurve.ts";
import { drawExit } from "./drawExit.ts";
import { drawMoney, STATES } from "./drawMoney.ts";
import { drawTable } from "./drawTable.ts";
import { type ExitPrices, exitPrices } from "./exitPrices.ts";
import type { PlanReport, ReportedGrant } from "./PlanReport.ts";
import { type VestingMark, vestingMarks } from "./vestingMarks.ts";

const DAY = 86_400;
/** What becomes of what falls on units that are not vested. */
const UNVESTED = {
  held: "What units earn that are not vested is in it, and held.",
  flow: "It is for the units that are vested on this day; what falls on the others is the treasury's.",
} as const;

/** A page with a plan's grants and what an exit would bring them, drawn and in digits. It loads nothing and runs nothing. */
export function drawPlanReport(report: PlanReport): string {
  const { name, books, grants, prices } = report;
  const marked = grants.map((grant) => ({ grant, marks: vestingMarks(report, grant) }));
  const times = marked.flatMap(({ marks }) => marks.map(({ time }) => time));
  const span = [Math.min(...times), Math.max(...times) + 30 * DAY] as const;
  const exits = prices.map(({ currency, upTo }) => exitPrices(report, currency, upTo));
  return pageOf(
    `${name}: grants and exit`,
    STYLE,
    `${drawFacts(report)}
<h2>Who has what of an exit</h2>
<p>Money that arrives in the plan all at once, shared as the plan shares it now. ${UNVESTED[books.terms.flow ? "flow" : "held"]}</p>
${exits.map((exit) => drawPrices(report, exit)).join("\n")}
<h2>Grants</h2>
<p>Solid is what happened, dashed what comes if nothing else does. Grey: the clock stands still. Times are UTC. Below each curve, what became of what
the grant earned:</p>
${drawLegend(STATES)}
${marked.map(({ grant, marks }) => drawGrant(report, grant, marks, span)).join("\n")}`,
  );
}

function drawFacts(report: PlanReport): string {
  const { books, currencies, source, at } = report;
  const outstanding = outstandingOf(books);
  const units = (count: bigint) => groupDigits(`${count}`);
  const money = currencies.map(({ symbol }, index): [string, string] => {
    const { treasury, waiting } = levelIn(books, index);
    const show = (amount: bigint) => amountIn(report, index, amount);
    const waits = waiting === 0n ? "" : `, ${show(waiting)} wait`;
    return [`For the treasury, ${symbol}`, `${show(treasury)}${waits}`];
  });
  const facts: [string, string][] = [
    ["As it stands at", formatInstant(at)],
    ["Units authorised", units(books.terms.authorised)],
    ["Granted", units(outstanding)],
    ["Free", units(books.terms.authorised - outstanding)],
    ...money,
  ];
  const items = facts.map(
    ([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<p>${escapeHtml(source)}</p>\n<dl>${items.join("")}</dl>`;
}

function drawPrices(report: PlanReport, exit: ExitPrices): string {
  const { symbol, currency, hurdles } = exit;
  const show = (amount: bigint) => amountIn(report, currency, amount);
  const part = (what: string, bands: readonly Band[]) => {
    const head = [`${symbol} that arrive`, ...bands.map(({ name }) => name), "left by rounding"];
    const rows = exit.rows.map(({ amount, rounding }, index) => [
      ...[amount, ...bands.map(({ amounts }) => amounts[index] ?? 0n), rounding].map(show),
    ]);
    return `<h3>${escapeHtml(`By ${what}, in ${symbol}`)}</h3>
<div class="scroll" tabindex="0">${drawExit(exit, bands, `Who has what of an exit, by ${what}`)}</div>
${drawTable(head, rows, 0)}`;
  };
  const steps = hurdles.map(
    ({ amount, classes }) =>
      `<p>${escapeHtml(`From ${show(amount)} ${symbol} on, class ${classes.join(" and ")} takes part.`)}</p>`,
  );
  return `${steps.join("")}${part("class", bandsByClass(report, exit))}
${part("grant", bandsByGrant(report, exit))}`;
}

function drawGrant(
  report: PlanReport,
  granted: ReportedGrant,
  marks: readonly VestingMark[],
  span: readonly [Time, Time],
): string {
  const { books, at, currencies } = report;
  const { name, holder, grant } = granted;
  const units = (count: bigint) => groupDigits(`${count}`);
  const vested = vestedUnits(books, grant, at);
  const words = `${holder}: ${units(grant.units)} units of class ${grant.terms.class}, ${units(vested)} vested`;
  const earnings = currencies.map((_, index) => earningsOf(books, grant, index, at));
  const bars = currencies.map((currency, index) => {
    const own = earnings[index];
    return own === undefined ? "" : drawMoney(own, currency);
  });
  const money = currencies.map(({ symbol }, index) => {
    const { paid = 0n, payable = 0n, owed = 0n, held = 0n } = earnings[index] ?? {};
    const { withheld } = bookOf(grant, index);
    const amounts = [paid, withheld, payable, owed, held];
    return [symbol, ...amounts.map((amount) => amountIn(report, index, amount))];
  });
  const days = marks.map(({ time, what, vested: then }) => [
    ...[formatInstant(time).replace(" UTC", ""), what, units(then)],
  ]);
  return `<section><h3>${escapeHtml(`Grant ${name}`)}</h3>
<p>${escapeHtml(words)}</p>
<div class="scroll" tabindex="0">${drawCurve(report, granted, marks, span)}</div>
${bars.join("\n")}
${drawTable(["Currency", "Paid", "of it withheld", "Payable", "Owed", "Held"], money, 1)}
${drawTable(["Date (UTC)", "What", "Vested units"], days, 2)}</section>`;
}

function amountIn({ currencies }: PlanReport, index: number, amount: bigint): string {
  return groupDigits(formatUnits(amount, currencyAt(currencies, index).decimals));
}
