import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { MODEL_OPTIONS } from "./modelOptions.ts";
import {
  ACKNOWLEDGED,
  CONFIRMATIONS,
  FROM,
  JOURNAL,
  LANE_NUMBER,
  MAX_FEE,
  PROGRAM,
  SKEW,
  text,
  WITHOUT_CREDITS,
} from "./options.ts";

/** Following new sales, and how far they are. */
export const postingTasks: TaskDefinition[] = [
  commandTask(["sales", "watch"], {
    description: "Post and refund whatever is new, until Ctrl-C",
    options: [
      PROGRAM,
      text("sales", "A sales file, or a folder of them"),
      text("refunds", "A refunds file"),
      ACKNOWLEDGED,
      text("store", "The store that `sales webhook` writes"),
      text("mapping", "With --store: the mapping file, whose codes and deals are touchpoints"),
      text("rules", "With --store: what of it is revenue"),
      text("settle", "With --store: seconds without another event of a sale; 30"),
      SKEW,
      text("touchpoints", "Attributes the sales first, from these touchpoints"),
      ...MODEL_OPTIONS,
      text("evidence", "A folder for the files that this follows from, to be published"),
      text("saltFile", "With --evidence: a file with the secret that hides customers"),
      LANE_NUMBER,
      JOURNAL,
      CONFIRMATIONS,
      MAX_FEE,
      FROM,
    ],
    flags: [WITHOUT_CREDITS],
    action: () => import("../commands/sales/watch.ts"),
  }),
  commandTask(["sales", "status"], {
    description: "Show how far sales and refunds are, and what waits for what",
    options: [
      PROGRAM,
      JOURNAL,
      text("store", "The endpoint's store, whose events of kinds that are not read are counted"),
    ],
    action: () => import("../commands/sales/status.ts"),
  }),
];
