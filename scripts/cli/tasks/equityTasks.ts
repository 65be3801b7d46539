import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { FROM, text, WITHOUT_SAFEGUARDS } from "./options.ts";

const PLAN_FILE = text("plan", "The plan file, see schema/plan.schema.json");
const GRANTS = text(
  "grants",
  "grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement",
);

/** Equity plans: units that share money as they vest. */
export const equityTasks: TaskDefinition[] = [
  emptyTask("equity", "Share money by units that vest").build(),
  commandTask(["equity", "create"], {
    description: "Check a plan file and create its plan, whose settings never change",
    options: [
      PLAN_FILE,
      text("uri", "Where the plan file can be read; told in the event of its creation"),
      FROM,
    ],
    flags: [WITHOUT_SAFEGUARDS],
    action: () => import("../commands/equity/create.ts"),
  }),
  commandTask(["equity", "simulate"], {
    description: "Show what a plan's grants would have, with no chain; tokens count in 6 decimals",
    options: [
      PLAN_FILE,
      GRANTS,
      text("happenings", "occurred_at,what,grant,amount[,currency]"),
      text("at", "Up to this time, such as 2030-01-31; now unless given"),
    ],
    action: () => import("../commands/equity/simulate.ts"),
  }),
];
