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
    .setAction(() => import("../report/statement.ts"))
    .build(),
];
