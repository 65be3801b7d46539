import { emptyTask, task } from "hardhat/config";
import { ArgumentType } from "hardhat/types/arguments";
import type { TaskDefinition } from "hardhat/types/tasks";

const text = <Name extends string>(name: Name, description: string) => ({
  name,
  description,
  type: ArgumentType.STRING_WITHOUT_DEFAULT as const,
  defaultValue: undefined,
});

const JSON_FLAG = {
  name: "json",
  description: "Print one JSON document on standard output",
} as const;
const PROGRAM = text("program", "The program's address");
const FROM = text("from", "The account that signs; the network's first by default");

const CLOCK = {
  name: "clock",
  description: "Move a development chain's clock to each line's occurred_at in turn",
} as const;

/** The commands: each is a file of one verb. */
export const tasks: TaskDefinition[] = [
  emptyTask("program", "Deploy, show, fund and verify programs").build(),
  task(["program", "deploy"], "Check the terms, deploy through Ignition, print the address")
    .addOption(text("terms", "The terms file, see schema/terms.schema.json"))
    .addOption(text("uri", "Where the terms file can be read; told in an event"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./program/deploy.ts"))
    .build(),
  task(["program", "show"], "Show terms, partners, totals and solvency")
    .addOption(PROGRAM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./program/show.ts"))
    .build(),
  task(["program", "fund"], "Add to the funds that sales paid elsewhere draw on")
    .addOption(PROGRAM)
    .addOption(text("currency", "A currency of the program, such as USDC"))
    .addOption(text("amount", "How much of it, such as 1000.00"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./program/fund.ts"))
    .build(),
  task(["program", "verify"], "Verify a program's contracts on Etherscan, Blockscout and Sourcify")
    .addOption(PROGRAM)
    .addOption(text("service", "Only this one: etherscan, blockscout or sourcify"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./program/verify.ts"))
    .build(),
  emptyTask("partners", "Enroll partners").build(),
  task(["partners", "enroll"], "Enroll partners, or change their tiers")
    .addOption(PROGRAM)
    .addOption(text("file", "partner,wallet,tier,joined_at,referrer"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./partners/enroll.ts"))
    .build(),
  emptyTask("sales", "Post and refund sales").build(),
  task(["sales", "post"], "Post each sale once; resumable")
    .addOption(PROGRAM)
    .addOption(
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product[,credits]"),
    )
    .addFlag(CLOCK)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./sales/post.ts"))
    .build(),
  task(["sales", "refund"], "Reverse held sales, whole or in part; each refund once")
    .addOption(PROGRAM)
    .addOption(text("file", "refund_id,sale_id,amount,reason,occurred_at"))
    .addFlag(CLOCK)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./sales/refund.ts"))
    .build(),
  task("claim", "Pay a partner, to the partner's own address, in every currency")
    .addOption(PROGRAM)
    .addOption(text("partner", "A partner's name or wallet, a standing line's name, or treasury"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./claim.ts"))
    .build(),
  task("statement", "Show what everyone earned, holds and was paid")
    .addOption(PROGRAM)
    .addOption(text("partner", "Only this partner or standing line, by name or wallet"))
    .addOption(text("period", "Only this period, from 0"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./statement.ts"))
    .build(),
  task("audit", "Recompute every balance from the chain's events and compare")
    .addOption(PROGRAM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./audit.ts"))
    .build(),
  task(
    "simulate",
    "Show what terms would have paid of past sales, with no chain; tokens count in 6 decimals",
  )
    .addOption(text("terms", "A terms file, or several to compare, with commas between"))
    .addOption(
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits"),
    )
    .addOption(text("partners", "partner,wallet,tier,joined_at,referrer"))
    .addOption(text("refunds", "refund_id,sale_id,amount,reason,occurred_at"))
    .addOption(
      text(
        "scenario",
        'What to change, see schema/scenario.schema.json: {"volume": 2, "refunds": "5%", "partners": 10, "years": 3, "shift": "365d"}',
      ),
    )
    .addOption(text("report", "Draw the result into this HTML file"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./simulate.ts"))
    .build(),
];
