import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { ACKNOWLEDGED, PARTNER, PROGRAM, text } from "./options.ts";

const FIAT = text("fiat", "The fiat currency, such as EUR");
const RATES = text("rates", "date,currency,rate: what one unit is worth in the fiat currency");
const DATEV = text(
  "datev",
  "With --format datev: the numbers and accounts to book by, see schema/datev.schema.json",
);

/** Papers: what was earned, paid and matched. */
export const reportTasks: TaskDefinition[] = [
  emptyTask("report", "Statements, tax files and reconciliation").build(),
  commandTask(["report", "statement"], {
    description: "One partner's accounts and lines, as CSV or a page to print",
    options: [
      PROGRAM,
      PARTNER,
      text("period", "Only this period, from 0"),
      text("month", "Only this calendar month, such as 2026-01"),
      text("out", "Write it to this .csv or .html file"),
      text(
        "format",
        "quickbooks, xero or datev: write --out for that program, in --fiat by --rates",
      ),
      FIAT,
      RATES,
      DATEV,
    ],
    action: () => import("../commands/report/statement.ts"),
  }),
  commandTask(["report", "tax"], {
    description: "What each partner was paid in a calendar year, also in a fiat currency",
    options: [
      PROGRAM,
      text("year", "The calendar year, in UTC"),
      RATES,
      FIAT,
      text("threshold", "Flag whom the year brought this much of the fiat currency"),
      text("out", "Write it to this .csv file"),
      text("payments", "Write every payment, with its rate, to this .csv file"),
      text("format", "quickbooks, xero or datev: write --payments for that program"),
      DATEV,
    ],
    action: () => import("../commands/report/tax.ts"),
  }),
  commandTask(["report", "reconcile"], {
    description: "The source's sales and refunds beside the chain's",
    options: [
      PROGRAM,
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits"),
      text("refunds", "refund_id,sale_id,amount,reason,occurred_at[,total]"),
      ACKNOWLEDGED,
      text("month", "Only this calendar month, such as 2026-01"),
      text("out", "Write every sale and refund to this .csv file"),
    ],
    action: () => import("../commands/report/reconcile.ts"),
  }),
];
