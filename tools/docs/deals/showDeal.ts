import { formatUnits } from "viem";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import { describeTerms } from "../../../core/terms/text/describeTerms.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { table } from "../table.ts";
import type { Deal } from "./readDeal.ts";
import type { DealPlan } from "./readPlans.ts";
import { showPlans } from "./showPlans.ts";

/** An example's README: the story, the deal in sentences, one sale worked through, and the commands that play all of it. */
export function showDeal(deal: Deal, story: string, plans: readonly DealPlan[]): string {
  const { file, sale } = deal;
  const on = formatIsoTime(sale.time).slice(0, 10);
  const show = (amount: bigint) => formatUnits(amount, decimalsOf(sale.currency));
  return `# ${file.name}

${story}

![${file.name}: who gets what of one sale](deal.svg)

## The deal

${showTerms(deal)}

## One sale

\`${sale.id}\`, ${show(sale.amount)} ${sale.currency} of the kind \`${sale.kind}\` on ${on}. ${creditWords(deal)}

${showLines(deal)}

${plans.length === 0 ? "" : `${showPlans(deal.name, plans)}\n\n`}## All of it, on a chain

In one terminal:

<!-- ready at: Ctrl-C ends it -->

\`\`\`sh
npx hardhat chain start --date ${file.starts ?? on}
\`\`\`

In another:

${plans.length === 0 ? showCommands(deal) : showCommandsWithPlans(deal, plans)}

Every partner's books then are, to the last unit:

<!-- printed: by statement -->

${showStatement(deal)}

${plans.length === 0 ? "" : `${showPlanCommands(plans)}\n\n`}What the deal would have paid needs no chain: \`npx hardhat simulate --terms examples/${deal.name}/terms.json --sales examples/${deal.name}/sales.csv --partners examples/${deal.name}/partners.csv\`. (Made by \`npm run generate\` from [terms.json](terms.json), [sales.csv](sales.csv) and [expected.json](expected.json).)
`;
}

function showTerms({ terms, currencies }: Deal): string {
  return describeTerms(terms, currencies)
    .flatMap(({ texts }) => texts)
    .map(({ title, sentences, table: years }) => {
      const rows = years?.rows.map(([year, rate]) => `${year.toLowerCase()}: ${rate}`).join("; ");
      const said = [
        ...sentences,
        ...(rows === undefined ? [] : [`${years?.caption}: ${rows}.`]),
      ].join(" ");
      return `- **${title}**: ${said}`;
    })
    .join("\n");
}

function creditWords({ sale }: Deal): string {
  const credits = sale.credits.map(({ partner, role }) => `${partner} (${role})`);
  return credits.length === 0
    ? "Nobody is credited with it: only standing lines earn."
    : `Credited: ${credits.join(", ")}.`;
}

function showLines({ lines, sale, file }: Deal): string {
  const decimals = decimalsOf(sale.currency);
  const rows = lines
    .filter(({ amount }) => amount > 0n)
    .map(({ source, partner, amount }) => [
      source === "residual" ? "the operator" : partner,
      roleOrLine(source, file.roles?.[source] !== undefined),
      formatUnits(amount, decimals),
      shareOf(amount, sale.amount),
    ]);
  const total = ["", "", formatUnits(sale.amount, decimals), "100 %"];
  return table(["who", "as", sale.currency, "of the sale"], [...rows, total], [2, 3]);
}

function roleOrLine(source: string, isRole: boolean): string {
  if (source === "residual") return "what remains";
  return isRole ? source : "standing line";
}

function shareOf(amount: bigint, sale: bigint): string {
  const ppm = Number((amount * 1_000_000n) / sale);
  return `${ppm / 10_000} %`;
}

function showCommands({ name, hasRefunds }: Deal): string {
  const at = "--network localhost --program 0x…";
  const folder = `examples/${name}`;
  return [
    "```sh",
    `npx hardhat program deploy  --network localhost --terms ${folder}/terms.json`,
    `npx hardhat partners enroll ${at} --file ${folder}/partners.csv`,
    `npx hardhat sales post      ${at} --sales ${folder}/sales.csv --clock`,
    ...(hasRefunds
      ? [`npx hardhat sales refund    ${at} --file ${folder}/refunds.csv --clock`]
      : []),
    `npx hardhat statement       ${at}`,
    "```",
  ].join("\n");
}

/** The plans are there before the program, whose terms name them. */
function showCommandsWithPlans(deal: Deal, plans: readonly DealPlan[]): string {
  const { name, file } = deal;
  const folder = `examples/${name}`;
  const created = plans.flatMap((plan) => [
    `npx hardhat equity create   --network localhost --plan ${folder}/${plan.name}-plan.json`,
    `npx hardhat equity grant    --network localhost --plan 0x… --grants ${folder}/${plan.name}-grants.csv`,
  ]);
  const holders = plans.map(({ line }) => `${line}=0x…`).join(";");
  const starts = file.starts === undefined ? "" : ` --starts ${file.starts}`;
  return [
    "The plans come first, with their grants; their addresses are the holders in the program's terms, in which",
    `[terms.json](terms.json) has wallets.\n`,
    "```sh",
    ...created,
    `npx hardhat program init    --example ${name} --name "${file.name}"${starts} --holders "${holders}" --out terms.json`,
    "```\n",
    "Then the program, its partners and its sales:\n",
    showCommands(deal).replace(`${folder}/terms.json`, "terms.json"),
  ].join("\n");
}

/** What a line has locked goes into its plan, is shared there, and paid to whoever has vested. */
function showPlanCommands(plans: readonly DealPlan[]): string {
  const shown = plans.map(({ plan, line }) =>
    [
      `<!-- plan: ${plan.name} -->\n`,
      "```sh",
      `npx hardhat claim        --network localhost --program 0x… --line "${line}"`,
      "npx hardhat equity sync  --network localhost --plan 0x…",
      "npx hardhat equity claim --network localhost --plan 0x… --all",
      "npx hardhat equity show  --network localhost --plan 0x…",
      "npx hardhat equity audit --network localhost --plan 0x…",
      "```",
    ].join("\n"),
  );
  return `Each line's money into its plan, and from there to whoever has units that are vested. What is not locked yet waits for its period.
Nobody pauses, leaves or sells here; [docs/commands.md](../../docs/commands.md#equity) has the commands for that.

${shown.join("\n\n")}

Time does the rest; \`npx hardhat equity statement --network localhost --plan 0x… --report plan.html\` draws what came of it.`;
}

function showStatement({ statement }: Deal): string {
  const rows = statement
    .filter(({ source, earned }) => source === "partner" && earned !== "0")
    .map(({ partner, currency, earned, reversed }) => [partner, currency, earned, reversed]);
  return table(["partner", "currency", "earned", "reversed"], rows, [2, 3]);
}
