import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { PROGRAM, text } from "./options.ts";

/** Telling partners what happens to them. */
export const noticeTasks: TaskDefinition[] = [
  emptyTask("notices", "Tell partners what happens to them").build(),
  commandTask(["notices", "run"], {
    description: "Send what happened since the last run, by signed webhooks and e-mail",
    options: [
      PROGRAM,
      text("subscriptions", "Who is told what, see schema/subscriptions.schema.json"),
      text("store", "The file that remembers what was sent"),
      text("confirmations", "Blocks to wait for; 12, and none on a development chain"),
    ],
    flags: [
      { name: "watch", description: "Go on until it is stopped" },
      { name: "retry", description: "Try again what was given up" },
      { name: "local", description: "Allow webhooks on this machine, for trials" },
    ],
    action: () => import("../commands/notices/run.ts"),
  }),
];
