import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { attributionTasks } from "./tasks/attributionTasks.ts";
import { checkTasks } from "./tasks/checkTasks.ts";
import { inputTasks } from "./tasks/inputTasks.ts";
import { lineTasks } from "./tasks/lineTasks.ts";
import { noticeTasks } from "./tasks/noticeTasks.ts";
import { CURRENCY, FROM, JSON_FLAG, PROGRAM, text } from "./tasks/options.ts";
import { partnerTasks } from "./tasks/partnerTasks.ts";
import { postingTasks } from "./tasks/postingTasks.ts";
import { reportTasks } from "./tasks/reportTasks.ts";
import { saleTasks } from "./tasks/saleTasks.ts";
import { termsTasks } from "./tasks/termsTasks.ts";

/** The commands: each is a file of one verb. */
export const tasks: TaskDefinition[] = [
  emptyTask("program", "Deploy, show, fund and verify programs").build(),
  task(["program", "deploy"], "Check the terms, deploy through Ignition, print the address")
    .addOption(text("terms", "The terms file, see schema/terms.schema.json"))
    .addOption(text("uri", "Where the terms file can be read; told in an event"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/program/deploy.ts"))
    .build(),
  task(["program", "show"], "Show terms, partners, totals and solvency")
    .addOption(PROGRAM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/program/show.ts"))
    .build(),
  task(["program", "fund"], "Add to the funds that sales paid elsewhere draw on")
    .addOption(PROGRAM)
    .addOption(CURRENCY)
    .addOption(text("amount", "How much of it, such as 1000.00"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/program/fund.ts"))
    .build(),
  task(["program", "verify"], "Verify a program's contracts on Etherscan, Blockscout and Sourcify")
    .addOption(PROGRAM)
    .addOption(text("service", "Only this one: etherscan, blockscout or sourcify"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/program/verify.ts"))
    .build(),
  ...termsTasks,
  ...partnerTasks,
  ...saleTasks,
  ...postingTasks,
  ...inputTasks,
  ...checkTasks,
  ...attributionTasks,
  ...lineTasks,
  ...reportTasks,
  ...noticeTasks,
  task("claim", "Pay a partner, to the partner's own address, in every currency; or everyone")
    .addOption(PROGRAM)
    .addOption(
      text("partner", "A partner's name or wallet, a standing line's or pool's name, or treasury"),
    )
    .addFlag({ name: "all", description: "Pay everyone whose balance reaches the minimum payout" })
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/claim.ts"))
    .build(),
  task("statement", "Show what everyone earned, holds and was paid")
    .addOption(PROGRAM)
    .addOption(text("partner", "Only this partner or standing line, by name or wallet"))
    .addOption(text("period", "Only this period, from 0"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/statement.ts"))
    .build(),
  task("audit", "Recompute every balance from the chain's events and compare")
    .addOption(PROGRAM)
    .addOption(text("evidence", "A folder of evidence: attribution is recomputed from it as well"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("./commands/audit.ts"))
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
    .setAction(() => import("./commands/simulate.ts"))
    .build(),
];
