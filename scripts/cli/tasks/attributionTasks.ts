import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { MODEL_OPTIONS, SQL_MODEL_OPTIONS } from "./modelOptions.ts";
import { text } from "./options.ts";

/** From touchpoints to credits. */
export const attributionTasks: TaskDefinition[] = [
  commandTask(["sales", "attribute"], {
    description: "Share each sale among the partners who touched the customer before",
    options: [
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product"),
      text("touchpoints", "customer_id,partner,role,channel,occurred_at"),
      text("out", "Where the sales with credits go: .csv, .jsonl or .parquet"),
      ...MODEL_OPTIONS,
      text("memory", "The most memory to take, such as 1GiB"),
      text("evidence", "A folder for the files that this follows from, to be published"),
      text("saltFile", "With --evidence: a file with the secret that hides customers"),
    ],
    action: () => import("../commands/sales/attribute.ts"),
  }),
  commandTask(["sales", "model-sql"], {
    description: "Print a touch model as SQL, for an engine larger than one machine",
    options: [...SQL_MODEL_OPTIONS],
    action: () => import("../commands/sales/modelSql.ts"),
  }),
];
