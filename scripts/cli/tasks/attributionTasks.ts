import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { MODEL_OPTIONS, SQL_MODEL_OPTIONS } from "./modelOptions.ts";
import { JSON_FLAG, text } from "./options.ts";
import { withOptions } from "./withOptions.ts";

/** From touchpoints to credits. */
export const attributionTasks: TaskDefinition[] = [
  withOptions(
    task(
      ["sales", "attribute"],
      "Share each sale among the partners who touched the customer before",
    )
      .addOption(text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product"))
      .addOption(text("touchpoints", "customer_id,partner,role,channel,occurred_at"))
      .addOption(text("out", "Where the sales with credits go: .csv, .jsonl or .parquet")),
    MODEL_OPTIONS,
  )
    .addOption(text("memory", "The most memory to take, such as 1GiB"))
    .addOption(text("evidence", "A folder for the files that this follows from, to be published"))
    .addOption(text("saltFile", "With --evidence: a file with the secret that hides customers"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/attribute.ts"))
    .build(),
  withOptions(
    task(
      ["sales", "model-sql"],
      "Print a touch model as SQL, for an engine larger than one machine",
    ),
    SQL_MODEL_OPTIONS,
  )
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/modelSql.ts"))
    .build(),
];
