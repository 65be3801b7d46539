import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from "d3-sankey";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import { profitOf } from "../profitOf.ts";
import type { Simulation } from "../Simulation.ts";
import { formatRounded } from "./formatRounded.ts";
import { OPERATOR, type Source } from "./Source.ts";
import { toNumber } from "./toNumber.ts";

const WIDTH = 960;
const ROW = 26;
const LABEL = 250;

/** More parties than these are drawn as one. */
const MOST_PARTIES = 20;

interface Node {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly label: string;
  readonly color: string;
}

type LaidNode = SankeyNode<Node, Link>;
type LaidLink = SankeyLink<Node, Link>;

/** Where the money of one currency went: from the sales to sources, and from them to parties. */
export function drawFlow(
  simulation: Simulation,
  currency: number,
  sources: readonly Source[],
): string {
  const symbol = simulation.symbols[currency] ?? "";
  const { nodes, links } = graphOf(simulation, currency, sources);
  if (links.length === 0) return "";
  const parties = nodes.filter(({ id }) => id.startsWith("party:")).length;
  const height = Math.max(160, ROW * Math.max(parties, nodes.length - parties));
  const graph = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeWidth(10)
    .nodePadding(12)
    .extent([
      [1, 8],
      [WIDTH - LABEL, height - 8],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const label = `Money flow in ${escapeHtml(symbol)}`;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${graph.links.map(drawLink).join("")}${graph.nodes.map((node) => drawNode(node, symbol)).join("")}</svg>`;
}

function graphOf(simulation: Simulation, currency: number, sources: readonly Source[]) {
  const symbol = simulation.symbols[currency] ?? "";
  const rows = simulation.rows.filter((row) => row.currency === currency && row.amount > 0n);
  const ranked = [...rows].sort((a, b) => (a.amount < b.amount ? 1 : -1));
  const shown = new Set(ranked.slice(0, MOST_PARTIES));
  const nodes = new Map<string, Node>([
    ["revenue", { id: "revenue", name: "sales", color: "var(--ink)" }],
  ]);
  const amounts = new Map<string, { from: string; to: string; color: string; amount: bigint }>();
  const flow = (from: string, to: string, color: string, amount: bigint) => {
    const before = amounts.get(`${from}→${to}`)?.amount ?? 0n;
    amounts.set(`${from}→${to}`, { from, to, color, amount: before + amount });
  };
  for (const row of rows) {
    const color = sources.find(({ name }) => name === row.source)?.color ?? OPERATOR.color;
    const source = `source:${row.source}`;
    nodes.set(source, { id: source, name: row.source, color });
    flow("revenue", source, color, row.amount);
    if (row.party === row.source) continue;
    const name = shown.has(row) ? row.party : "others";
    nodes.set(`party:${name}`, { id: `party:${name}`, name, color: "var(--ink)" });
    flow(source, `party:${name}`, color, row.amount);
  }
  const sums = simulation.sums.get(currency);
  const left = sums === undefined ? 0n : profitOf(sums);
  if (left > 0n) {
    nodes.set("operator", { id: "operator", ...OPERATOR });
    flow("revenue", "operator", OPERATOR.color, left);
  }
  const links = [...amounts.values()].map(
    ({ from, to, color, amount }): Link => ({
      ...{ source: from, target: to, color },
      value: toNumber(amount, symbol),
      label: `${nodes.get(from)?.name} → ${nodes.get(to)?.name}: ${formatRounded(amount, symbol)}`,
    }),
  );
  return { nodes: [...nodes.values()], links };
}

function drawLink(link: LaidLink): string {
  const path = sankeyLinkHorizontal<Node, Link>()(link) ?? "";
  return `<path d="${path}" fill="none" stroke="${link.color}" stroke-opacity="0.35" stroke-width="${Math.max(1, link.width ?? 1).toFixed(1)}"><title>${escapeHtml(link.label)}</title></path>`;
}

function drawNode(
  { x0 = 0, x1 = 0, y0 = 0, y1 = 0, name, color, value }: LaidNode,
  symbol: string,
) {
  const middle = (y0 + y1) / 2 + 4;
  const amount = (value ?? 0).toLocaleString("en", { maximumFractionDigits: 2 });
  const height = Math.max(1, y1 - y0).toFixed(1);
  return `<rect x="${x0}" y="${y0.toFixed(1)}" width="${x1 - x0}" height="${height}" fill="${color}"/><text x="${x1 + 6}" y="${middle.toFixed(1)}">${escapeHtml(name)} <tspan class="soft">${amount} ${escapeHtml(symbol)}</tspan></text>`;
}
