import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { pageOf } from "../../files/html/pageOf.ts";
import { formatMargin } from "../formatMargin.ts";
import { marginOf } from "../marginOf.ts";
import { profitOf } from "../profitOf.ts";
import type { Simulation } from "../Simulation.ts";
import { drawComparison } from "./drawComparison.ts";
import { drawFlow } from "./drawFlow.ts";
import { drawLegend } from "./drawLegend.ts";
import { drawMargins } from "./drawMargins.ts";
import { drawPeriods } from "./drawPeriods.ts";
import { drawRows } from "./drawRows.ts";
import { formatRounded } from "./formatRounded.ts";
import type { Source } from "./Source.ts";
import { STYLE } from "./STYLE.ts";
import { sourcesOf } from "./sourcesOf.ts";

/** A page with the result of a simulation, drawn. It loads nothing and runs nothing. */
export function drawReport(simulations: readonly Simulation[]): string {
  const sources = sourcesOf(simulations);
  const title = `Simulation of ${simulations.map(({ name }) => name).join(", ")}`;
  return pageOf(
    title,
    STYLE,
    `${drawLegend(sources)}
${simulations.length > 1 ? compare(simulations, sources) : ""}
${simulations.map((simulation) => drawOne(simulation, sources)).join("\n")}`,
  );
}

function compare(simulations: readonly Simulation[], sources: readonly Source[]): string {
  const symbols = new Set(
    simulations.flatMap(({ sums, symbols }) => [...sums.keys()].map((index) => symbols[index])),
  );
  const drawn = [...symbols].map((symbol = "") => {
    return `<h3>${escapeHtml(symbol)}</h3>${drawComparison(simulations, symbol, sources)}`;
  });
  return `<h2>Side by side</h2>${drawn.join("")}`;
}

function drawOne(simulation: Simulation, sources: readonly Source[]): string {
  const currencies = [...simulation.sums.keys()].map((currency) => {
    const symbol = escapeHtml(simulation.symbols[currency] ?? "");
    return `<h3>Where the ${symbol} went</h3>${drawFlow(simulation, currency, sources)}
<h3>By period, in ${symbol}</h3>${drawPeriods(simulation, currency, sources)}`;
  });
  return `<h2>${escapeHtml(simulation.name)}</h2>
<p>${escapeHtml(simulation.file)}</p>
${drawFigures(simulation)}
${currencies.join("\n")}
<h3>Sales by the operator's margin</h3>
${drawMargins(simulation)}
<h3>Every amount</h3>
${drawRows(simulation)}`;
}

function drawFigures(simulation: Simulation): string {
  const { sales, refunds, sums, symbols, worstSale, meanMargin } = simulation;
  const money = [...sums].flatMap(([currency, one]): [string, string][] => {
    const symbol = symbols[currency] ?? "";
    return [
      ["Revenue", formatRounded(one.revenue, symbol)],
      ["Left for the operator", formatRounded(profitOf(one), symbol)],
      [`Margin in ${symbol}`, formatMargin(marginOf(one))],
    ];
  });
  const figures: [string, string][] = [
    ["Sales", `${sales}`],
    ["Refunds", `${refunds.applied}`],
    ...money,
    ["Margin of a sale on average", formatMargin(meanMargin)],
    ["Worst sale", `${worstSale?.sale ?? "none"}, ${formatMargin(worstSale?.margin)}`],
  ];
  const items = figures.map(
    ([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<dl>${items.join("")}</dl>`;
}
