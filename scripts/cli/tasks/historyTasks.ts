import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { PROGRAM, text } from "./options.ts";

/** What happened, in files and databases. */
export const historyTasks: TaskDefinition[] = [
  emptyTask("history", "Keep what happened in files that outlive nodes").build(),
  commandTask(["history", "sync"], {
    description:
      "Add a program's new events to a folder of files, proved by what it remembers; and to Postgres at DATABASE_URL",
    options: [
      PROGRAM,
      text("out", "The folder: JSON for the page, Parquet for databases"),
      text("confirmations", "Blocks to wait for; 12, and none on a development chain"),
    ],
    action: () => import("../commands/history/sync.ts"),
  }),
];
