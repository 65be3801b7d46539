import { formatUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import { profitOf } from "../../scripts/simulation/profitOf.ts";
import type { OperatorSums, Simulation } from "../../scripts/simulation/Simulation.ts";
import { runExample } from "./runExample.ts";
import { showJson } from "./showJson.ts";
import { BASE, type TermsExample } from "./TermsExample.ts";
import { table } from "./table.ts";

/** An example in Markdown: the rule, the terms, what happened, and what the spec makes of it. */
export async function showExample(example: TermsExample): Promise<string> {
  const simulation = await runExample(example);
  return [
    `#### ${example.title}`,
    example.rule,
    `\`\`\`json\n${showJson(example.terms)}\n\`\`\``,
    ...showPartners(example),
    showSales(example),
    ...showRefunds(example),
    showAmounts(simulation),
    ...simulation.refused.first.map(({ sale }) => `The sale ${sale} is not posted.`),
  ].join("\n\n");
}

function showPartners({ partners = [] }: TermsExample): string[] {
  const columns = [
    ["partner", ({ partner }) => partner],
    ["tier", ({ tier }) => tier],
    ["joined", ({ joined }) => joined],
    ["referred by", ({ referrer }) => referrer],
  ] satisfies Column<(typeof partners)[number]>[];
  return partners.length === 0 ? [] : [showColumns(columns, partners)];
}

function showSales({ sales }: TermsExample): string {
  const columns = [
    ["sale", ({ id }) => id],
    ["on", ({ on }) => on],
    ["kind", ({ kind }) => kind],
    ["product", ({ product }) => product],
    ["amount", ({ amount }) => amount],
    ["credits", ({ credits }) => credits?.replaceAll(";", "; ")],
  ] satisfies Column<(typeof sales)[number]>[];
  return showColumns(columns, sales);
}

function showRefunds({ refunds = [] }: TermsExample): string[] {
  return refunds.map(({ sale, amount, on }) => `On ${on}, ${amount} of ${sale} go back.`);
}

type Column<T> = [header: string, cell: (row: T) => string | undefined];

/** Only the columns in which something stands. */
function showColumns<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const used = columns.filter(([, cell]) => rows.some((row) => (cell(row) ?? "") !== ""));
  return table(
    used.map(([header]) => header),
    rows.map((row) => used.map(([, cell]) => cell(row) ?? "")),
  );
}

/** Who gets what; by period where something happened in several. */
function showAmounts(simulation: Simulation): string {
  const { start, period: length } = simulation;
  const show = (amount: bigint) => formatUnits(amount, decimalsOf(BASE.currencies[0] ?? ""));
  const rows = [...simulation.periods.keys()].flatMap((period) => {
    const from = formatIsoTime(start + period * length);
    const parties = simulation.rows.flatMap(({ party, source, periods }) => {
      const amount = periods.get(period);
      if (amount === undefined) return [];
      const what = party === source ? "" : source;
      return [[from, party, what, show(amount)]];
    });
    const sums = [...(simulation.periods.get(period)?.values() ?? [])];
    return [
      ...parties,
      ...sums.map((one) => [from, "operator", operatorWords(one), show(profitOf(one))]),
    ];
  });
  const isLong = simulation.periods.size > 1;
  const header = ["period from", "who", "as", "USDC"].slice(isLong ? 0 : 1);
  return table(
    header,
    rows.map((row) => row.slice(isLong ? 0 : 1)),
    [header.length - 1],
  );
}

/** What the operator's amount is made of. */
function operatorWords({ bonuses, reserve }: OperatorSums): string {
  const paid = [
    ...(bonuses > 0n ? ["the outcomes"] : []),
    ...(reserve > 0n ? ["the reserve"] : []),
  ];
  return paid.length === 0 ? "what remains" : `what remains, less ${paid.join(" and ")}`;
}
