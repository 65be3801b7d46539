import { writeFileSync } from "node:fs";
import { growthOf } from "../bench/GasSeries.ts";
import { GAS_BARS, type GasRow } from "../bench/gasBars.ts";
import { measureGas } from "../bench/measureGas.ts";
import { measureGrowth } from "../bench/measureGrowth.ts";
import { openBench } from "../bench/openBench.ts";
import { PRICES_AHEAD } from "../bench/reprice.ts";
import { SPLITS } from "../bench/SPLITS.ts";
import { table } from "./table.ts";

// Writes docs/gas.md from what the gas bench measures.

const gas = new Map<string, GasRow["gas"]>();
const ahead = new Map<string, number>();
for (const { operation, gas: figure, repriced } of [...(await measureGas()), ...SPLITS]) {
  gas.set(operation, Math.round(figure));
  if (repriced !== undefined) ahead.set(operation, Math.round(repriced));
}
const bench = await openBench();
const series = await measureGrowth(bench);
await bench.connection.close();

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

/** What is done, and what the bench calls it by whom; undefined where it cannot be done. */
type Vesting = readonly [what: string, ...names: (string | undefined)[]];

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

const vesting = table(
  [
    "one holder's money that vests",
    "equity plan",
    "VestingWallet 5.7.0",
    "Sablier Lockup 4.0.1",
    "Sablier Flow 3.0.1",
  ],
  (
    [
      [
        "make it",
        "equity plan, grant of 20, each",
        "create a VestingWallet",
        "Sablier Lockup stream, created and funded",
        "Sablier Flow stream, created and funded",
      ],
      ...["ETH", "ERC-20"].map(
        (currency): Vesting => [
          `the holder takes what vested since, ${currency}`,
          `equity plan, claim, ${currency}`,
          `VestingWallet release, ${currency}`,
          ...["Lockup", "Flow"].map((name) =>
            currency === "ETH" ? undefined : `Sablier ${name} withdraw, ERC-20`,
          ),
        ],
      ),
    ] satisfies Vesting[]
  ).map(([what, ...names]) => [
    what,
    ...names.map((name) => (name === undefined ? "not possible" : show(gasOf(name)))),
  ]),
  [1, 2, 3, 4],
);

const OPERATIONS: readonly (readonly [what: string, name: string])[] = [
  ["creation of the SaaS example: 4 roles, 1 standing line", "create a program (SaaS)"],
  [
    "creation with 900 standing lines, three transactions in all",
    "create a program, 900 standing lines",
  ],
  ...[3, 30, 150].flatMap((partners) => sale(`3 roles, batch of 50, ${partners} partners`)),
  ...sale("3 roles, batch of 200, 30 partners"),
  ...[3, 6].flatMap((count) => sale(`one role by ${count} weights, batch of 200, 30 partners`)),
  ["a refund of one sale with 3 credits, alone", "refund alone"],
  ["20 such refunds in one transaction, each", "refund of 20, each"],
  ["a dispute of such a sale", "dispute"],
  ["its end where the sale is upheld", "uphold a sale"],
  ["where it is void", "void a sale"],
  ["where its lines go to others", "re-attribute a sale"],
  ["a sale that is void because it was posted twice", "void a duplicate"],
  ["a claim of sales' lines by the partner, one period since the last", "claim by the partner"],
  ["the same after 240 periods without sales", "claim after 240 quiet periods"],
  ["a claim for 100 partners in one transaction, each", "claim for 100 partners, each"],
  ["a settlement of a standing line on 3 kinds, two periods", "settle a standing line on 3 kinds"],
  ["a claim of a standing line on 3 kinds", "claim of a standing line on 3 kinds"],
  ["beside it: a plain transfer", "plain transfer"],
];

/** A later batch of a period, and the first one. */
function sale(what: string): readonly (readonly [what: string, name: string])[] {
  const names = [`sale, ${what}`, `sale, ${what}, first of a period`];
  return names.map((name) => [`a ${name}`, name]);
}

const operations = table(
  ["operation", "ETH", "ERC-20", "ahead", "goal"],
  OPERATIONS.map(([what, name]) => {
    const names = gas.has(name) ? [name] : [`${name}, ETH`, `${name}, ERC-20`];
    const cells = names.map((one) => show(gasOf(one)));
    return [what, cells[0] ?? "", cells[1] ?? "", aheadOf(names), goalOf(names)];
  }),
  [1, 2, 3],
);

/** By the prices ahead, in the first of its currencies. */
function aheadOf([name = ""]: readonly string[]): string {
  const repriced = ahead.get(name);
  return repriced === undefined ? "" : show(repriced);
}

const growth = table(
  ["operation", "by the number of", "gas", "grows"],
  series.map((one) => {
    const points = one.points.map(({ n, gas: figure }) => `${show(n)}: ${show(figure)}`);
    const reason = one.because === undefined ? "" : `: ${one.because}`;
    const grows = growthOf(one);
    return [
      one.operation,
      one.of,
      points.join(" · "),
      grows === "linear" ? `linear${reason}` : grows,
    ];
  }),
  [],
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

## Money that vests

An equity plan's grant, a contract of OpenZeppelin's for each holder, and a stream for each holder in two contracts of Sablier's, of which Lockup's vests a sum by the second and Flow's pays at a rate; the second payment of each, all by the code that their packages ship.

${vesting}

A plan's grant has a part of whatever comes: sharing out what arrived takes ${show(gasOf("equity plan, share what arrived, ETH"))} in ETH and ${show(gasOf("equity plan, share what arrived, ERC-20"))} in a token, for any number of grants at once. A VestingWallet has an owner, a start and an end, and no more; each has to be paid by itself. A stream is of one sum in one token, which its sender can stop. Sablier's fee, which it looks up in a contract that its packages do not ship, is none here: what a withdrawal takes is a little more.

## The whole life of a program

Sales of which each has partners of its own have no counterpart there: without a program each is as many transfers as it has partners, or a split created for it.

"Ahead" is in ETH and by the prices that Glamsterdam brings, where plain opcodes stay as they are: ${PRICES_AHEAD}. A later batch of a period finds its partners' slots in use; the first one takes new ones.

${operations}

## What it grows with

${growth}

An amount that locks is the partner's whether it is claimed or not, so claims can wait: their cost hardly grows with the sales of a period.
`,
);
