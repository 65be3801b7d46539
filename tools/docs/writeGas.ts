import { writeFileSync } from "node:fs";
import { GAS_BARS, type GasRow } from "../bench/gasBars.ts";
import { measureGas } from "../bench/measureGas.ts";
import { SPLITS } from "../bench/SPLITS.ts";
import { table } from "./table.ts";

// Writes docs/gas.md from what the gas bench measures.

const gas = new Map<string, GasRow["gas"]>();
for (const row of [...(await measureGas()), ...SPLITS]) gas.set(row.operation, Math.round(row.gas));

const HOLDERS = 100;

function gasOf(operation: string): number {
  const found = gas.get(operation);
  if (found === undefined) throw new RangeError(`the bench does not measure "${operation}"`);
  return found;
}

const show = (figure: number) => figure.toLocaleString("en-US");

/** A step of a payment's life: what it costs here and with each other, undefined where nobody measured it. */
type Step = readonly [what: string, ...costs: (number | undefined)[]];

function livesIn(currency: string): string {
  const line = gasOf(`claim of a line, ${currency}, ${HOLDERS} lines`);
  const release = gasOf(`PaymentSplitter release, ${currency}, ${HOLDERS} payees`);
  const withdraw = gasOf(`PullSplit withdraw, ${currency}`);
  const pull = gasOf(`PullSplit distribute, ${currency}`);
  const push = gasOf(`PushSplit distribute, ${currency}`);
  const receive = gasOf(`receive, ${currency}, ${HOLDERS} lines`);
  const receiveThere = gasOf(`PaymentSplitter receive, ${currency}, ${HOLDERS} payees`);
  const steps: readonly Step[] = [
    ["receive a payment", receive, receiveThere, undefined, undefined],
    [`share it out among ${HOLDERS}`, 0, 0, pull, push],
    ["one holder takes its part", line, release, withdraw, 0],
    [
      `share it out, and all ${HOLDERS} take theirs`,
      ...[HOLDERS * line, HOLDERS * release, pull + HOLDERS * withdraw, push],
    ],
  ];
  return showSteps(currency, steps);
}

function showSteps(title: string, steps: readonly Step[]): string {
  return table(
    [title, "Tributary", "PaymentSplitter 4.9.6", "PullSplit v2.2", "PushSplit v2.2", "cheapest"],
    steps.map(([what, ...costs]) => [
      what,
      ...costs.map((cost) => (cost === undefined ? "not measured" : show(cost))),
      cheapestOf(costs),
    ]),
    [1, 2, 3, 4],
  );
}

function cheapestOf(costs: readonly (number | undefined)[]): string {
  const names = ["Tributary", "PaymentSplitter", "PullSplit", "PushSplit"];
  const least = Math.min(...costs.filter((cost) => cost !== undefined));
  const cheapest = names.filter((_, index) => costs[index] === least);
  return costs.every((cost) => cost !== undefined)
    ? cheapest.join(", ")
    : `${cheapest.join(", ")}, of those measured`;
}

const creation = showSteps("creation", [
  ...[2, HOLDERS].map(
    (count): Step => [
      `for ${count} holders`,
      gasOf(`create a program, ${count} standing lines`),
      gasOf(`create a PaymentSplitter, ${count} payees`),
      ...[undefined, undefined],
    ],
  ),
]);

const OPERATIONS = [
  ["creation of the SaaS example: 4 roles, 1 standing line", "create a program (SaaS)"],
  [
    "creation with 1,000 standing lines, four transactions in all",
    "create a program, 1000 standing lines",
  ],
  ["a sale with 3 credits, in a batch of 50 with 3 partners", "sale, 3 credits, 3 partners"],
  ["the same with 30 partners", "sale, 3 credits, 30 partners"],
  ["the same with 150 partners", "sale, 3 credits, 150 partners"],
  ["a refund of one sale with 3 credits, alone", "refund of a sale, 3 credits"],
  ["a claim of sales' lines by the partner, one period since the last", "claim by the partner"],
  ["the same for 100 partners in one transaction, each", "claim for 100 partners, each"],
  ["a settlement of a standing line on 3 kinds, two periods", "settle a standing line on 3 kinds"],
  ["a claim of a standing line on 3 kinds", "claim of a standing line on 3 kinds"],
  ["beside it: a plain transfer", "plain transfer"],
] as const;

const operations = table(
  ["operation", "ETH", "ERC-20", "goal"],
  OPERATIONS.map(([what, name]) => {
    const names = gas.has(name) ? [name] : [`${name}, ETH`, `${name}, ERC-20`];
    const cells = names.map((one) => show(gasOf(one)));
    return [what, cells[0] ?? "", cells[1] ?? "", goalOf(names)];
  }),
  [1, 2],
);

function goalOf(names: readonly string[]): string {
  const goals = names.flatMap((name) => {
    const bar = GAS_BARS[name]?.bar;
    if (bar === undefined) return [];
    const over = gasOf(name) / bar - 1;
    return [over > 0 ? `${show(bar)}, missed by ${(100 * over).toFixed(1)} %` : show(bar)];
  });
  return [...new Set(goals)].join(" · ");
}

writeFileSync(
  new URL("../../docs/gas.md", import.meta.url),
  `# What it costs

Gas of one transaction each, all storage cold, a plain 18-decimals ERC-20, steady state: accounts and balances exist, a period's slots were written before. \`npm run bench:gas\` prints the figures; this page is made of them by \`npm run generate\`.

## A payment shared by fixed rates

What every splitter does, here by standing lines, in OpenZeppelin's PaymentSplitter, and in the pull and the push split of 0xSplits. A split may wait and share out many payments at once; here and in the PaymentSplitter a holder may wait as well and take what many payments brought.

${creation}

${livesIn("ETH")}

${livesIn("ERC-20")}

A program costs more where its holder takes the money, for it works out there what is held, locked and capped in each period; and a push split, which sends to all in one transaction, is the cheapest way to pay many if nothing is ever to be held back or refunded. The PaymentSplitter is a contract of its own each time, the others are clones. 0xSplits was measured elsewhere on the same EVM rules; its contracts are in no package, and its creation and its receipts were not measured.

## The whole life of a program

Sales of which each has partners of its own have no counterpart there: without a program each is as many transfers as it has partners, or a split created for it.

${operations}

An amount that locks is the partner's whether it is claimed or not, so claims can wait: their cost hardly grows with the sales of a period.
`,
);
