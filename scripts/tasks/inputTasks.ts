import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { JSON_FLAG, text } from "./options.ts";

const MAPPING = text("mapping", "The mapping file, see schema/mapping.schema.json");
const STORE = text("store", "The file in which `sales webhook` keeps what it hears");

/** From payments and visits to touchpoints, sales and refunds. */
export const inputTasks: TaskDefinition[] = [
  task(["sales", "webhook"], "Keep what Stripe's events tell of payments, until stopped")
    .addOption(text("port", "The port to listen on"))
    .addOption(text("host", "The address to listen on; 127.0.0.1 by default"))
    .addOption(STORE)
    .addOption(MAPPING)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../sales/webhook.ts"))
    .build(),
  task(["sales", "export"], "Write what the endpoint has kept as sales and refunds")
    .addOption(STORE)
    .addOption(MAPPING)
    .addOption(text("outSales", "Where to write the sales"))
    .addOption(text("outRefunds", "Where to write the refunds"))
    .addFlag(JSON_FLAG)
    .setAction(() => import("../sales/export.ts"))
    .build(),
];
