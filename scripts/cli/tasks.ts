import type { TaskDefinition } from "hardhat/types/tasks";
import { actTasks } from "./tasks/actTasks.ts";
import { attributionTasks } from "./tasks/attributionTasks.ts";
import { chainTasks } from "./tasks/chainTasks.ts";
import { checkTasks } from "./tasks/checkTasks.ts";
import { commandTask } from "./tasks/commandTask.ts";
import { equityTasks } from "./tasks/equityTasks.ts";
import { historyTasks } from "./tasks/historyTasks.ts";
import { inputTasks } from "./tasks/inputTasks.ts";
import { lineTasks } from "./tasks/lineTasks.ts";
import { noticeTasks } from "./tasks/noticeTasks.ts";
import { FROM, PROGRAM, text } from "./tasks/options.ts";
import { partnerTasks } from "./tasks/partnerTasks.ts";
import { postingTasks } from "./tasks/postingTasks.ts";
import { programTasks } from "./tasks/programTasks.ts";
import { reportTasks } from "./tasks/reportTasks.ts";
import { roleTasks } from "./tasks/roleTasks.ts";
import { saleTasks } from "./tasks/saleTasks.ts";
import { termsTasks } from "./tasks/termsTasks.ts";

/** The commands: each is a file of one verb. */
export const tasks: TaskDefinition[] = [
  ...chainTasks,
  ...programTasks,
  ...roleTasks,
  ...termsTasks,
  ...partnerTasks,
  ...saleTasks,
  ...postingTasks,
  ...inputTasks,
  ...checkTasks,
  ...attributionTasks,
  ...lineTasks,
  ...actTasks,
  ...reportTasks,
  ...noticeTasks,
  ...historyTasks,
  ...equityTasks,
  commandTask("claim", {
    description: "Pay a partner, to the partner's own address, in every currency; or everyone",
    options: [
      PROGRAM,
      text("partner", "A partner's name or wallet, a standing line's or pool's name, or treasury"),
      text("line", "Only what a standing line earned, by its name"),
      text("to", "As the party: have what is owed to it paid at this address"),
      FROM,
    ],
    isSignable: true,
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
      text("history", "A folder of `history sync`: only what came later is read from the RPC"),
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
        'What to change, see schema/scenario.schema.json: {"volume": 2, "refunds": "5%", "partners": 10, "years": 3, "shift": "365d", "paid": {"USDC": "10000"}, "small": 3}',
      ),
      text("report", "Draw the result into this HTML file"),
    ],
    action: () => import("./commands/simulate.ts"),
  }),
];
