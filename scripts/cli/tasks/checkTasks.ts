import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { text } from "./options.ts";

/** Fraud checks. */
export const checkTasks: TaskDefinition[] = [
  commandTask(["sales", "check"], {
    description: "Flag what a person should look at before sales are posted; drop nothing",
    options: [
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product[,credits]"),
      text("touchpoints", "customer_id,partner,role,channel,occurred_at[,touch_id]"),
      text("refunds", "refund_id,sale_id,amount,reason,occurred_at[,total]"),
      text("partners", "partner,wallet,tier,joined_at,referrer"),
      text("rules", "Thresholds, see schema/checks.schema.json; the usual by default"),
      text("memory", "The most memory to take, such as 1GiB"),
    ],
    action: () => import("../commands/sales/check.ts"),
  }),
];
