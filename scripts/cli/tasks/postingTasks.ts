import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { MODEL_OPTIONS } from "./modelOptions.ts";
import {
  CONFIRMATIONS,
  FROM,
  JOURNAL,
  JSON_FLAG,
  MAX_FEE,
  PROGRAM,
  SKEW,
  text,
} from "./options.ts";
import { withOptions } from "./withOptions.ts";

/** Following new sales, and how far they are. */
export const postingTasks: TaskDefinition[] = [
  withOptions(
    task(["sales", "watch"], "Post and refund whatever is new, until Ctrl-C")
      .addOption(PROGRAM)
      .addOption(text("sales", "A sales file, or a folder of them"))
      .addOption(text("refunds", "A refunds file"))
      .addOption(text("store", "The store that `sales webhook` writes"))
      .addOption(
        text("mapping", "With --store: the mapping file, whose codes and deals are touchpoints"),
      )
      .addOption(text("rules", "With --store: what of it is revenue"))
      .addOption(text("settle", "With --store: seconds without another event of a sale; 30"))
      .addOption(SKEW)
      .addOption(text("touchpoints", "Attributes the sales first, from these touchpoints")),
    MODEL_OPTIONS,
  )
    .addOption(text("evidence", "A folder for the files that this follows from, to be published"))
    .addOption(text("saltFile", "With --evidence: a file with the secret that hides customers"))
    .addOption(JOURNAL)
    .addOption(CONFIRMATIONS)
    .addOption(MAX_FEE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/watch.ts"))
    .build(),
  task(["sales", "status"], "Show how far sales and refunds are, and what waits for what")
    .addOption(PROGRAM)
    .addOption(JOURNAL)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/status.ts"))
    .build(),
];
