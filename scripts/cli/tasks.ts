import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { attributionTasks } from "./tasks/attributionTasks.ts";
import { chainTasks } from "./tasks/chainTasks.ts";
import { checkTasks } from "./tasks/checkTasks.ts";
import { commandTask } from "./tasks/commandTask.ts";
import { inputTasks } from "./tasks/inputTasks.ts";
import { lineTasks } from "./tasks/lineTasks.ts";
import { noticeTasks } from "./tasks/noticeTasks.ts";
import { CURRENCY, FROM, PROGRAM, text } from "./tasks/options.ts";
import { partnerTasks } from "./tasks/partnerTasks.ts";
import { postingTasks } from "./tasks/postingTasks.ts";
import { reportTasks } from "./tasks/reportTasks.ts";
import { saleTasks } from "./tasks/saleTasks.ts";
import { termsTasks } from "./tasks/termsTasks.ts";

/** The commands: each is a file of one verb. */
export const tasks: TaskDefinition[] = [
  ...chainTasks,
  emptyTask("program", "Write terms; deploy, show, fund and verify programs").build(),
  commandTask(["program", "init"], {
    description: "Write a terms file that deploys, from an example; asks in a terminal",
    options: [
      text("example", "The deal to begin from, a folder of examples/"),
      text("name", "The program's name"),
      text("currencies", "Symbols with commas between; the example's by default"),
      text("period", "How long a period is, such as 30d; the example's by default"),
      text("starts", "When it starts, such as 2026-01-01; when it is deployed by default"),
      text("holders", "Who earns each standing line and pool: name=0x…;name=0x…"),
      text("out", "Where to write it; terms.json by default"),
    ],
    flags: [{ name: "force", description: "Overwrite a file that is there" }],
    action: () => import("./commands/program/init.ts"),
  }),
  commandTask(["program", "deploy"], {
    description: "Check the terms, deploy through Ignition, print the address",
    options: [
      text("terms", "The terms file, see schema/terms.schema.json"),
      text("uri", "Where the terms file can be read; told in an event"),
      FROM,
    ],
    action: () => import("./commands/program/deploy.ts"),
  }),
  commandTask(["program", "show"], {
    description: "Show terms, partners, totals and solvency",
    options: [PROGRAM],
    action: () => import("./commands/program/show.ts"),
  }),
  commandTask(["program", "fund"], {
    description: "Add to the funds that sales paid elsewhere draw on",
    options: [PROGRAM, CURRENCY, text("amount", "How much of it, such as 1000.00"), FROM],
    action: () => import("./commands/program/fund.ts"),
  }),
  commandTask(["program", "verify"], {
    description: "Verify a program's contracts on Etherscan, Blockscout and Sourcify",
    options: [PROGRAM, text("service", "Only this one: etherscan, blockscout or sourcify")],
    action: () => import("./commands/program/verify.ts"),
  }),
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
  commandTask("claim", {
    description: "Pay a partner, to the partner's own address, in every currency; or everyone",
    options: [
      PROGRAM,
      text("partner", "A partner's name or wallet, a standing line's or pool's name, or treasury"),
      FROM,
    ],
    flags: [
      {
        name: "all",
        description:
          "Pay everyone whose balance reaches the minimum payout: partners, standing lines, pools, treasury",
      },
    ],
    action: () => import("./commands/claim.ts"),
  }),
  commandTask("statement", {
    description: "Show what everyone earned, holds and was paid",
    options: [
      PROGRAM,
      text("partner", "Only this partner or standing line, by name or wallet"),
      text("period", "Only this period, from 0"),
    ],
    action: () => import("./commands/statement.ts"),
  }),
  commandTask("audit", {
    description: "Recompute every balance from the chain's events and compare",
    options: [
      PROGRAM,
      text("evidence", "A folder of evidence: attribution is recomputed from it as well"),
    ],
    action: () => import("./commands/audit.ts"),
  }),
  commandTask("simulate", {
    description:
      "Show what terms would have paid of past sales, with no chain; tokens count in 6 decimals",
    options: [
      text("terms", "A terms file, or several to compare, with commas between"),
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits"),
      text("partners", "partner,wallet,tier,joined_at,referrer"),
      text("refunds", "refund_id,sale_id,amount,reason,occurred_at[,total]"),
      text(
        "scenario",
        'What to change, see schema/scenario.schema.json: {"volume": 2, "refunds": "5%", "partners": 10, "years": 3, "shift": "365d"}',
      ),
      text("report", "Draw the result into this HTML file"),
    ],
    action: () => import("./commands/simulate.ts"),
  }),
];
