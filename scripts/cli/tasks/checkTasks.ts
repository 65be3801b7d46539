import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, text } from "./options.ts";

/** Fraud checks. */
export const checkTasks: TaskDefinition[] = [
  task(
    ["sales", "check"],
    "Flag what a person should look at before sales are posted; drop nothing",
  )
    .addOption(
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product[,credits]"),
    )
    .addOption(text("touchpoints", "customer_id,partner,role,channel,occurred_at[,touch_id]"))
    .addOption(text("refunds", "refund_id,sale_id,amount,reason,occurred_at"))
    .addOption(text("partners", "partner,wallet,tier,joined_at,referrer"))
    .addOption(text("rules", "Thresholds, see schema/checks.schema.json; the usual by default"))
    .addOption(text("memory", "The most memory to take, such as 1GiB"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/check.ts"))
    .build(),
];
