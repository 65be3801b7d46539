import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, PROGRAM, text } from "./options.ts";

/** Telling partners what happens to them. */
export const noticeTasks: TaskDefinition[] = [
  emptyTask("notices", "Tell partners what happens to them").build(),
  task(["notices", "run"], "Send what happened since the last run, by signed webhooks and e-mail")
    .addOption(PROGRAM)
    .addOption(text("subscriptions", "Who is told what, see schema/subscriptions.schema.json"))
    .addOption(text("store", "The file that remembers what was sent"))
    .addOption(text("confirmations", "Blocks to wait for; 12, and none on a development chain"))
    .addFlag({ name: "watch", description: "Go on until it is stopped" })
    .addFlag({ name: "retry", description: "Try again what was given up" })
    .addFlag({ name: "local", description: "Allow webhooks on this machine, for trials" })
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/notices/run.ts"))
    .build(),
];
