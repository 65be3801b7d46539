import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { SKEW, text } from "./options.ts";

const MAPPING = text("mapping", "The mapping file, see schema/mapping.schema.json");
const RULES = text("rules", "What counts as revenue, see schema/rules.schema.json");
const STORE = text("store", "The file in which `sales webhook` keeps what events tell");

const INPUT = text(
  "input",
  "Files and folders, with commas between: sales, refunds, touchpoints, visits, deals, exports of Stripe, PayPal and shops, the endpoint's store",
);
const ZONE = text("timeZone", "The zone of times that name none; UTC");

/** From payments and visits to touchpoints, sales and refunds. */
export const inputTasks: TaskDefinition[] = [
  commandTask(["sales", "webhook"], {
    description: "Keep what Stripe's events tell of payments, until stopped",
    options: [
      text("port", "The port to listen on"),
      text("host", "The address to listen on; 127.0.0.1 by default"),
      STORE,
      MAPPING,
    ],
    action: () => import("../commands/sales/webhook.ts"),
  }),
  commandTask(["sales", "export"], {
    description: "Write what the endpoint has kept as sales and refunds",
    options: [
      STORE,
      MAPPING,
      RULES,
      text("outSales", "Where to write the sales"),
      text("outRefunds", "Where to write the refunds"),
    ],
    action: () => import("../commands/sales/export.ts"),
  }),
  commandTask(["sales", "init"], {
    description: "Write a mapping from a look at the input files, and say what to fill in",
    options: [
      INPUT,
      text("currency", "The program's currency; USDC"),
      ZONE,
      text("out", "The mapping file to write"),
    ],
    action: () => import("../commands/sales/init.ts"),
  }),
  commandTask(["sales", "prepare"], {
    description:
      "Make exports and visits into touchpoints, sales and refunds, by a mapping and rules",
    options: [
      INPUT,
      MAPPING,
      RULES,
      SKEW,
      ZONE,
      text("saltFile", "Writes pseudonyms of customers, made with this file's secret"),
      text("out", "The folder to write into"),
    ],
    action: () => import("../commands/sales/prepare.ts"),
  }),
];
