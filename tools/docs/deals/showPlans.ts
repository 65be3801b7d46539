import { formatUnits } from "viem";
import { formatDuration } from "../../../core/text/formatDuration.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { formatPercentage } from "../../../core/text/formatPercentage.ts";
import { groupDigits } from "../../../core/text/groupDigits.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import type { ListedGrant } from "../../../scripts/equity/ListedGrant.ts";
import { currencyAt } from "../../../scripts/equity/PlanFile.ts";
import { bandsByGrant } from "../../../scripts/equity/report/Band.ts";
import { reportSimulation } from "../../../scripts/equity/report/reportSimulation.ts";
import { table } from "../table.ts";
import { exitOf } from "./exitOf.ts";
import { type DealPlan, endOf } from "./readPlans.ts";

/** An example's equity plans: their grants, what happens, what vests, who has what in the end, and what an exit brings by its price. */
export function showPlans(example: string, plans: readonly DealPlan[]): string {
  return `## The plans

The holders of the lines ${joinWords(plans.map(({ line }) => `\`${line}\``))} are [equity plans](../../docs/equity.md), in which people hold units that
vest. What happens in them over the years stands in files. test/integration/equity/example.test.ts plays all of it on a chain, sales and lines
too, and compares what the contracts, their events and these files come to, to the last unit.

${plans.map((one) => showPlan(example, one)).join("\n\n")}`;
}

function showPlan(example: string, one: DealPlan): string {
  const { name, line, plan } = one;
  const file = (part: string) => `[${name}-${part}](${name}-${part})`;
  return `### ${plan.name}

Paid by \`${line}\`. ${settingsOf(one)} (${file("plan.json")}, ${file("grants.csv")})

${showGrants(one)}

What happens, after ${file("happenings.csv")}:

${showHappenings(one)}

Units that were vested by then:

${showVesting(one)}

Who has what on ${formatIsoTime(endOf(one))}, to the last unit:

${showEnd(one)}

What an exit brings by its price, ${currencyAt(plan.currencies, 0).symbol} that arrive all at once, as the plan stands at the one that it has:

![${plan.name}: who has what of an exit, by its price](${name}-prices.svg)

${showPrices(one)}

The same with each grant's curve as a page: \`npx hardhat equity simulate --plan examples/${example}/${name}-plan.json --grants examples/${example}/${name}-grants.csv --happenings examples/${example}/${name}-happenings.csv --at ${formatIsoTime(endOf(one))} --report plan.html\`.`;
}

function settingsOf({ plan }: DealPlan): string {
  const { terms, currencies, notice } = plan;
  const { symbol, decimals } = currencyAt(currencies, 0);
  const hurdles = terms.hurdles.flatMap(([hurdle = 0n], group) =>
    hurdle === 0n
      ? []
      : [
          `Class ${group} takes part once each unit of the plan has brought ${formatUnits(hurdle, decimals)} ${symbol}.`,
        ],
  );
  return [
    `${groupDigits(`${terms.authorised}`)} units are authorised; ${terms.restToTreasury ? "what falls on those that are not granted is the treasury's" : "those that are granted share everything"}.`,
    ...hurdles,
    `Who resigns loses ${formatPercentage(terms.resignLoss)} of what is vested. Leaving and exits have ${formatDuration(notice)} of notice, a clock stands still for ${formatDuration(terms.pauseLimit)} in all, and a dismissal is around an exit within ${formatDuration(terms.window)}.`,
  ].join(" ");
}

function showGrants({ grants }: DealPlan): string {
  const part = (ppm: number) => (ppm === 0 ? "" : formatPercentage(ppm));
  const rows = grants.map(({ id, terms }) => [
    ...[id, groupDigits(`${terms.units}`), `${terms.class}`, formatIsoTime(terms.starts)],
    ...[scheduleOf(terms), part(terms.single), part(terms.double), part(terms.withholding)],
  ]);
  const head = ["grant", "units", "class", "starts", "vests", "at an exit", "dismissed around one"];
  return table([...head, "withheld"], rows, [1, 2, 5, 6, 7]);
}

function scheduleOf({ cliff, length, step }: ListedGrant["terms"]): string {
  if (length === 0) return "at once";
  const first = cliff === 0 ? "" : `, nothing before ${formatDuration(cliff)}`;
  const steps = step > 1 ? `, every ${formatDuration(step)}` : "";
  return `over ${formatDuration(length)}${steps}${first}`;
}

function showHappenings({ happenings, plan }: DealPlan): string {
  const rows = happenings.map(({ time, what, grant, currency, amount }) => {
    const { symbol, decimals } = currencyAt(plan.currencies, currency);
    const money = amount === 0n ? "" : `${groupDigits(formatUnits(amount, decimals))} ${symbol}`;
    return [formatIsoTime(time), what, grant, money];
  });
  return table(["when", "what", "grant", "amount"], rows, [3]);
}

/** Each new year, the days that are expected, and the exit. */
function showVesting(one: DealPlan): string {
  const { plan, grants, happenings } = one;
  const end = endOf(one);
  const report = reportSimulation(plan, grants, happenings, end);
  const first = Math.min(...grants.map(({ terms }) => terms.starts));
  const years = Array.from({ length: 100 }, (_, year) => Date.UTC(1970 + year, 0, 1) / 1_000);
  const exits = report.exit === undefined ? [] : [report.exit];
  const times = [...new Set([...years.filter((time) => time > first), ...exits, end])];
  const rows = times
    .filter((time) => time <= end)
    .toSorted((a, b) => a - b)
    .map((time) => [
      formatIsoTime(time),
      ...report.grants.map(({ curve }) => groupDigits(`${curve.unitsAt(time)}`)),
    ]);
  const names = report.grants.map(({ name }) => name);
  return table(
    ["", ...names],
    rows,
    [...names.keys()].map((column) => column + 1),
  );
}

function showEnd({ expected, plan }: DealPlan): string {
  const last = expected.at(-1);
  if (last === undefined) return "";
  const sums = ["units", "vested", "paid", "withheld", "payable", "owed", "held", "sold"] as const;
  const rows = last.rows.map((row) => [row.grant, ...sums.map((name) => groupDigits(row[name]))]);
  const { symbol } = currencyAt(plan.currencies, 0);
  const money = `Money in ${symbol}; what is withheld is part of what was paid, and \`sold\` what an offer paid for the units.`;
  const treasury = `For the treasury: ${groupDigits(last.treasury)} ${symbol}.`;
  const head = ["grant", ...sums];
  return `${table(
    head,
    rows,
    [...sums.keys()].map((column) => column + 1),
  )}\n\n${money} ${treasury}`;
}

function showPrices(one: DealPlan): string {
  const { report, exit } = exitOf(one);
  const bands = bandsByGrant(report, exit);
  const show = (amount: bigint) => groupDigits(formatUnits(amount, exit.decimals));
  const rows = exit.rows
    .map(({ amount }, index) => [amount, ...bands.map(({ amounts }) => amounts[index] ?? 0n)])
    .filter(([amount]) => amount !== 0n);
  const head = [exit.symbol, ...bands.map(({ name }) => name.replace("grant ", ""))];
  return table(
    head,
    rows.map((row) => row.map(show)),
    [...head.keys()],
  );
}
