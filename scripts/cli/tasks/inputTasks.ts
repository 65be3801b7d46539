import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, SKEW, text } from "./options.ts";

const MAPPING = text("mapping", "The mapping file, see schema/mapping.schema.json");
const RULES = text("rules", "What counts as revenue, see schema/rules.schema.json");
const STORE = text("store", "The file in which `sales webhook` keeps what events tell");

/** From payments and visits to touchpoints, sales and refunds. */
export const inputTasks: TaskDefinition[] = [
  task(["sales", "webhook"], "Keep what Stripe's events tell of payments, until stopped")
    .addOption(text("port", "The port to listen on"))
    .addOption(text("host", "The address to listen on; 127.0.0.1 by default"))
    .addOption(STORE)
    .addOption(MAPPING)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/webhook.ts"))
    .build(),
  task(["sales", "export"], "Write what the endpoint has kept as sales and refunds")
    .addOption(STORE)
    .addOption(MAPPING)
    .addOption(RULES)
    .addOption(text("outSales", "Where to write the sales"))
    .addOption(text("outRefunds", "Where to write the refunds"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/export.ts"))
    .build(),
  task(
    ["sales", "prepare"],
    "Make exports and visits into touchpoints, sales and refunds, by a mapping and rules",
  )
    .addOption(
      text(
        "input",
        "Files and folders, with commas between: sales, refunds, touchpoints, visits, deals, Stripe's and PayPal's exports, the endpoint's store",
      ),
    )
    .addOption(MAPPING)
    .addOption(RULES)
    .addOption(SKEW)
    .addOption(text("timeZone", "The zone of times in Stripe's files that do not say theirs; UTC"))
    .addOption(text("saltFile", "Writes pseudonyms of customers, made with this file's secret"))
    .addOption(text("out", "The folder to write into"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/sales/prepare.ts"))
    .build(),
];
