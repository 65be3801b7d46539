import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { text } from "./options.ts";

/** Chains to try things on. */
export const chainTasks: TaskDefinition[] = [
  emptyTask("chain", "Start development chains").build(),
  commandTask(["chain", "start"], {
    description: "Start a development chain whose clock begins at a date, until Ctrl-C",
    options: [
      text("date", "When its clock begins, such as 2023-01-01; now by default"),
      text("port", "The port it answers on; the first free one from 8545 by default"),
    ],
    action: () => import("../commands/chain/start.ts"),
  }),
];
