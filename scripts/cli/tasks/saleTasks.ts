import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import {
  CLOCK,
  CONFIRMATIONS,
  EVIDENCE,
  EVIDENCE_FOLDER,
  FROM,
  JOURNAL,
  JSON_FLAG,
  MAX_FEE,
  PROGRAM,
  REASON,
  SALE,
  text,
} from "./options.ts";

/** Sales, refunds and disputes. */
export const saleTasks: TaskDefinition[] = [
  emptyTask("sales", "Post, refund and dispute sales").build(),
  task(["sales", "post"], "Post each sale once; resumable")
    .addOption(PROGRAM)
    .addOption(
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product[,credits]"),
    )
    .addFlag(CLOCK)
    .addOption(EVIDENCE_FOLDER)
    .addOption(JOURNAL)
    .addOption(CONFIRMATIONS)
    .addOption(MAX_FEE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/post.ts"))
    .build(),
  task(["sales", "refund"], "Reverse held sales, whole or in part; each refund once")
    .addOption(PROGRAM)
    .addOption(text("file", "refund_id,sale_id,amount,reason,occurred_at"))
    .addFlag(CLOCK)
    .addOption(EVIDENCE_FOLDER)
    .addOption(JOURNAL)
    .addOption(CONFIRMATIONS)
    .addOption(MAX_FEE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/refund.ts"))
    .build(),
  task(["sales", "dispute"], "As a partner: freeze a held sale's lines until the arbiter decides")
    .addOption(PROGRAM)
    .addOption(SALE)
    .addOption(REASON)
    .addOption(EVIDENCE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/dispute.ts"))
    .build(),
  task(["sales", "uphold"], "As the arbiter: let a disputed sale stand as posted")
    .addOption(PROGRAM)
    .addOption(SALE)
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/uphold.ts"))
    .build(),
  task(["sales", "void"], "As the arbiter: make a disputed sale void")
    .addOption(PROGRAM)
    .addOption(SALE)
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/void.ts"))
    .build(),
  task(["sales", "reattribute"], "As the arbiter: give a disputed sale's lines to other partners")
    .addOption(PROGRAM)
    .addOption(SALE)
    .addOption(text("partners", "A partner or pool for each line in order, such as ana;ben"))
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/reattribute.ts"))
    .build(),
  task(["sales", "close"], "Let a disputed sale stand that nobody decided in time")
    .addOption(PROGRAM)
    .addOption(SALE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/close.ts"))
    .build(),
];
