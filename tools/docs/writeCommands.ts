import { writeFileSync } from "node:fs";
import type { NewTaskDefinition, TaskDefinition } from "hardhat/types/tasks";
import { tasks } from "../../scripts/cli/tasks.ts";
import { COMMANDS_OF } from "./commands/COMMANDS_OF.ts";
import { PLAN_COMMANDS_OF } from "./commands/PLAN_COMMANDS_OF.ts";
import { showCommand } from "./commands/showCommand.ts";
import { table } from "./table.ts";

// Writes docs/commands.md from the Hardhat tasks.

const FILES = [
  ["partners.csv", "`partner,wallet,tier,joined_at,referrer`"],
  [
    "sales.csv",
    "`sale_id,customer_id,kind,amount,currency,occurred_at,product,credits`, credits as `partner:role:weight;…`",
  ],
  ["refunds.csv", "`refund_id,sale_id,amount,reason,occurred_at[,total]`"],
  ["touchpoints.csv", "`customer_id,partner,role,channel,occurred_at`"],
  [
    "grants.csv",
    "`grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement`",
  ],
  ["happenings.csv", "`occurred_at,what,grant,amount[,currency]`"],
];

const functionsOf = (table: typeof COMMANDS_OF | typeof PLAN_COMMANDS_OF) =>
  Object.entries(table).map(([name, by]) => [
    `\`${name}\``,
    "why" in by ? `none: ${by.why}` : by.map(linkTo).join(", "),
  ]);

function linkTo(command: string): string {
  return `[\`${command}\`](#${command.replaceAll(" ", "-")})`;
}

const groups = Map.groupBy(tasks, ({ id }) => id[0] ?? "");

function showGroup(name: string, members: readonly TaskDefinition[]): string {
  const group = members.find(({ id }) => id.length === 1);
  const inside = members.filter((task) => isCommand(task) && task !== group);
  return [
    `## ${name}`,
    ...(group === undefined
      ? []
      : [isCommand(group) ? showCommand(group) : `${group.description}.`]),
    ...inside.filter(isCommand).flatMap((task) => [`### ${task.id.join(" ")}`, showCommand(task)]),
  ].join("\n\n");
}

function isCommand(task: TaskDefinition): task is NewTaskDefinition {
  return "action" in task;
}

writeFileSync(
  new URL("../../docs/commands.md", import.meta.url),
  `# The commands

Each is a Hardhat task: \`npx hardhat <command> --network <network> …\`. \`--help\` behind any of them says the same as this page, which \`npm run generate\` makes from them. \`--json\` prints one JSON document; \`--network\` is any network of hardhat.config.ts.

${[...groups.keys()].map((name) => `[${name}](#${name})`).join(" · ")} · [every function](#every-function)

## Files

${table(["file", "columns"], FILES)}

Sales, refunds and touchpoints also come as JSON lines and Parquet; [posting.md](posting.md) tells how to make them of Stripe's exports and events, visits, promotion codes and deals. JSON files are described by [schema/](../schema), the terms file in [terms.md](terms.md). On a development chain \`sales post --clock\` moves the chain's clock to each sale's date first, so that past sales fall into their own periods; no clock goes back, so [start the chain](#chain-start) at a date before them. \`LOCALHOST_RPC_URL\` names another node than \`http://127.0.0.1:8545\` for \`--network localhost\`.

## Every function

Every function of a program that changes something, from the ABI, and the commands that call it.

${table(["function", "command"], functionsOf(COMMANDS_OF))}

The same of an equity plan.

${table(["function", "command"], functionsOf(PLAN_COMMANDS_OF))}

${[...groups].map(([name, members]) => showGroup(name, members)).join("\n\n")}
`,
);
