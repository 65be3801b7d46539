import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, PARTNER, PROGRAM, text } from "./options.ts";

/** Papers: what was earned, paid and matched. */
export const reportTasks: TaskDefinition[] = [
  emptyTask("report", "Statements, tax files and reconciliation").build(),
  task(["report", "statement"], "One partner's accounts and lines, as CSV or a page to print")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("period", "Only this period, from 0"))
    .addOption(text("month", "Only this calendar month, such as 2026-01"))
    .addOption(text("out", "Write it to this .csv or .html file"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/report/statement.ts"))
    .build(),
  task(["report", "tax"], "What each partner was paid in a calendar year, also in a fiat currency")
    .addOption(PROGRAM)
    .addOption(text("year", "The calendar year, in UTC"))
    .addOption(text("rates", "date,currency,rate: what one unit is worth in the fiat currency"))
    .addOption(text("fiat", "The fiat currency, such as EUR"))
    .addOption(text("threshold", "Flag whom the year brought this much of the fiat currency"))
    .addOption(text("out", "Write it to this .csv file"))
    .addOption(text("payments", "Write every payment, with its rate, to this .csv file"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/report/tax.ts"))
    .build(),
  task(["report", "reconcile"], "The source's sales and refunds beside the chain's")
    .addOption(PROGRAM)
    .addOption(
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits"),
    )
    .addOption(text("refunds", "refund_id,sale_id,amount,reason,occurred_at"))
    .addOption(text("month", "Only this calendar month, such as 2026-01"))
    .addOption(text("out", "Write every sale and refund to this .csv file"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/report/reconcile.ts"))
    .build(),
];
