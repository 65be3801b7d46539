import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, text } from "./options.ts";

const LOOKBACK = text(
  "lookback",
  "How long before a sale a touch counts, such as 30d; all by default",
);
const HALF_LIFE = text(
  "halfLife",
  "time-decay: when a touch has lost half its weight; 7d by default",
);
const POSITION = text("position", "position: u (40/20/40, the default) or w (30/30/30/10)");
const WITHIN = text("within", "roles: the model among the touches of a role; linear by default");

/** From touchpoints to credits. */
export const attributionTasks: TaskDefinition[] = [
  task(["sales", "attribute"], "Share each sale among the partners who touched the customer before")
    .addOption(text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product"))
    .addOption(text("touchpoints", "customer_id,partner,role,channel,occurred_at"))
    .addOption(text("model", "first, last, linear, time-decay, position, roles, markov or shapley"))
    .addOption(text("out", "Where the sales with credits go: .csv, .jsonl or .parquet"))
    .addOption(LOOKBACK)
    .addOption(HALF_LIFE)
    .addOption(POSITION)
    .addOption(WITHIN)
    .addOption(text("by", "markov, shapley: whose weights, partner (the default) or channel"))
    .addOption(text("order", "markov: 1 (the default) or 2 touches that a step depends on"))
    .addOption(text("game", "shapley: conversions (the default) or rate"))
    .addOption(
      text("every", "markov, shapley: weights for each such period, as 30d; for all by default"),
    )
    .addOption(text("memory", "The most memory to take, such as 1GiB"))
    .addOption(text("evidence", "A folder for the files that this follows from, to be published"))
    .addOption(text("saltFile", "With --evidence: a file with the secret that hides customers"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../sales/attribute.ts"))
    .build(),
  task(["sales", "model-sql"], "Print a touch model as SQL, for an engine larger than one machine")
    .addOption(text("model", "first, last, linear, time-decay, position or roles"))
    .addOption(text("engine", "clickhouse (the default) or duckdb"))
    .addOption(LOOKBACK)
    .addOption(HALF_LIFE)
    .addOption(POSITION)
    .addOption(WITHIN)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../sales/modelSql.ts"))
    .build(),
];
