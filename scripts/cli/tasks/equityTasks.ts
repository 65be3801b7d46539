import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { text } from "./options.ts";

/** Equity plans: units that share money as they vest. */
export const equityTasks: TaskDefinition[] = [
  emptyTask("equity", "Share money by units that vest").build(),
  commandTask(["equity", "simulate"], {
    description: "Show what a plan's grants would have, with no chain; tokens count in 6 decimals",
    options: [
      text("plan", "The plan file, see schema/plan.schema.json"),
      text(
        "grants",
        "grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement",
      ),
      text("happenings", "occurred_at,what,grant,amount"),
      text("at", "Up to this time, such as 2030-01-31; now unless given"),
    ],
    action: () => import("../commands/equity/simulate.ts"),
  }),
];
