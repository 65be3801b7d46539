import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import {
  AMOUNT,
  CURRENCY,
  FROM,
  KIND,
  PERMIT,
  PROGRAM,
  SERVICE,
  text,
  WITHOUT_SAFEGUARDS,
} from "./options.ts";

/** Programs as a whole, and the money that goes in. */
export const programTasks: TaskDefinition[] = [
  emptyTask(
    "program",
    "Write terms; deploy, show, fund and verify programs, pay revenue in",
  ).build(),
  commandTask(["program", "init"], {
    description: "Write a terms file that deploys, from an example; asks in a terminal",
    options: [
      text("example", "The deal to begin from, a folder of examples/"),
      text("name", "The program's name"),
      text("currencies", "Symbols with commas between; the example's by default"),
      text("period", "How long a period is, such as 30d; the example's by default"),
      text("starts", "When it starts, such as 2026-01-01; when it is deployed by default"),
      text("holders", "Who earns each standing line and pool: name=0x…;name=0x…"),
      text("guardian", "Who cancels what a thief of another key proposes: an address, or none"),
      text("standby", "Who can take the attributor's place at once: an address, or none"),
      text(
        "postingLimit",
        "The most that is posted in a period: 10000, USDC=10000;ETH=2 or none; the example's by default",
      ),
      text("out", "Where to write it; terms.json by default"),
    ],
    flags: [{ name: "force", description: "Overwrite a file that is there" }],
    action: () => import("../commands/program/init.ts"),
  }),
  commandTask(["program", "deploy"], {
    description: "Check the terms, deploy through Ignition, print the address",
    options: [
      text("terms", "The terms file, see schema/terms.schema.json"),
      text("uri", "Where the terms file can be read; told in an event"),
      FROM,
    ],
    flags: [WITHOUT_SAFEGUARDS],
    action: () => import("../commands/program/deploy.ts"),
  }),
  commandTask(["program", "show"], {
    description: "Show terms, partners, totals and solvency",
    options: [PROGRAM],
    action: () => import("../commands/program/show.ts"),
  }),
  commandTask(["program", "fund"], {
    description: "Add to the funds that sales paid elsewhere draw on",
    options: [PROGRAM, CURRENCY, AMOUNT, FROM],
    flags: [PERMIT],
    action: () => import("../commands/program/fund.ts"),
  }),
  commandTask(["program", "withdraw"], {
    description: "As the operator: send funds that no sale has used to the treasury",
    options: [PROGRAM, CURRENCY, AMOUNT, FROM],
    action: () => import("../commands/program/withdraw.ts"),
  }),
  commandTask(["program", "pay"], {
    description: "Pay in revenue that standing lines and the residual share",
    options: [PROGRAM, KIND, CURRENCY, AMOUNT, FROM],
    flags: [PERMIT],
    action: () => import("../commands/program/pay.ts"),
  }),
  commandTask(["program", "sync"], {
    description: "Count as revenue what came by plain transfers of tokens",
    options: [
      PROGRAM,
      text("currency", "Only this one; by default all in which something came"),
      FROM,
    ],
    action: () => import("../commands/program/sync.ts"),
  }),
  commandTask(["program", "verify"], {
    description: "Verify a program's contracts on Etherscan, Blockscout and Sourcify",
    options: [PROGRAM, SERVICE],
    action: () => import("../commands/program/verify.ts"),
  }),
];
