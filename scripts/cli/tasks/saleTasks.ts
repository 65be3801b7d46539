import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import {
  ACKNOWLEDGED,
  AGAIN,
  AMOUNT,
  CLOCK,
  CONFIRMATIONS,
  CURRENCY,
  EVIDENCE,
  EVIDENCE_FOLDER,
  FROM,
  JOURNAL,
  KIND,
  LANE_NUMBER,
  MAX_FEE,
  PARTNER,
  PERMIT,
  PROGRAM,
  REASON,
  SALE,
  text,
  WITHOUT_CREDITS,
} from "./options.ts";

/** Sales, refunds and disputes. */
export const saleTasks: TaskDefinition[] = [
  emptyTask("sales", "Post, refund and dispute sales").build(),
  commandTask(["sales", "post"], {
    description: "Post each sale once; resumable",
    options: [
      PROGRAM,
      text("sales", "sale_id,customer_id,kind,amount,currency,occurred_at,product[,credits]"),
      LANE_NUMBER,
      EVIDENCE_FOLDER,
      JOURNAL,
      CONFIRMATIONS,
      MAX_FEE,
      FROM,
    ],
    flags: [CLOCK, WITHOUT_CREDITS, AGAIN],
    action: () => import("../commands/sales/post.ts"),
  }),
  commandTask(["sales", "refund"], {
    description: "Reverse held sales, whole or in part; each refund once",
    options: [
      PROGRAM,
      text("file", "refund_id,sale_id,amount,reason,occurred_at[,total]"),
      ACKNOWLEDGED,
      EVIDENCE_FOLDER,
      JOURNAL,
      CONFIRMATIONS,
      MAX_FEE,
      FROM,
    ],
    flags: [CLOCK, AGAIN],
    action: () => import("../commands/sales/refund.ts"),
  }),
  commandTask(["sales", "show"], {
    description:
      "Print a posted sale as the program's reader on a block explorer takes it, with its proof",
    options: [PROGRAM, SALE],
    action: () => import("../commands/sales/show.ts"),
  }),
  commandTask(["sales", "dispute"], {
    description: "As a partner: freeze a held sale's lines until the arbiter decides",
    options: [
      PROGRAM,
      SALE,
      PARTNER,
      text("role", "The role that you claim to have played, where you have no line of the sale"),
      REASON,
      EVIDENCE,
      FROM,
    ],
    isSignable: true,
    action: () => import("../commands/sales/dispute.ts"),
  }),
  commandTask(["sales", "uphold"], {
    description: "As the arbiter: let a disputed sale stand as posted",
    options: [PROGRAM, SALE, REASON, FROM],
    action: () => import("../commands/sales/uphold.ts"),
  }),
  commandTask(["sales", "void"], {
    description: "As the arbiter: make a disputed sale void",
    options: [PROGRAM, SALE, REASON, FROM],
    action: () => import("../commands/sales/void.ts"),
  }),
  commandTask(["sales", "reattribute"], {
    description: "As the arbiter: give a disputed sale's lines to other partners",
    options: [
      PROGRAM,
      SALE,
      text("partners", "A partner or pool for each line in order, such as ana;ben"),
      REASON,
      FROM,
    ],
    action: () => import("../commands/sales/reattribute.ts"),
  }),
  commandTask(["sales", "close"], {
    description: "Let a disputed sale stand that nobody decided in time",
    options: [PROGRAM, SALE, FROM],
    action: () => import("../commands/sales/close.ts"),
  }),
  commandTask(["sales", "pay"], {
    description: "As a customer: pay a sale on chain, in whole, before it is attributed",
    options: [PROGRAM, SALE, KIND, CURRENCY, AMOUNT, FROM],
    flags: [PERMIT],
    action: () => import("../commands/sales/pay.ts"),
  }),
  commandTask(["sales", "release"], {
    description:
      "End the waiting of a payment that was not attributed, or whose sale was paid otherwise",
    options: [PROGRAM, SALE, text("payer", "Who paid, where several have"), FROM],
    action: () => import("../commands/sales/release.ts"),
  }),
  commandTask(["sales", "open-lane"], {
    description: "As the operator: open a lane for sales of another source",
    options: [
      PROGRAM,
      text("lane", "The lane's number, 2 to 15"),
      text("begins", "The date from which on the source has sales"),
      FROM,
    ],
    action: () => import("../commands/sales/openLane.ts"),
  }),
  commandTask(["sales", "void-duplicates"], {
    description: "Make sales void whose ids were posted before",
    options: [PROGRAM, FROM],
    action: () => import("../commands/sales/voidDuplicates.ts"),
  }),
];
