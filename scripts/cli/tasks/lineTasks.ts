import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { AMOUNT, CURRENCY, EVIDENCE, FROM, LINE, PROGRAM, REASON, text } from "./options.ts";

const BACKED = text("line", "The guaranteed line that it backs; without one, milestones");

/** How standing lines end, pause and are backed. */
export const lineTasks: TaskDefinition[] = [
  emptyTask("line", "End, buy, suspend and resume standing lines").build(),
  commandTask(["line", "exit"], {
    description: "As the operator or the holder: agree to end a line; both must",
    options: [PROGRAM, LINE, FROM],
    flags: [{ name: "revoke", description: "No longer agree" }],
    isSignable: true,
    action: () => import("../commands/line/exit.ts"),
  }),
  commandTask(["line", "buyout"], {
    description:
      "As the operator: offer the holder a price, set aside from the funds, to be accepted after the terms' handover days",
    options: [
      PROGRAM,
      LINE,
      CURRENCY,
      text("price", "The price; by default the terms' multiple"),
      FROM,
    ],
    action: () => import("../commands/line/buyout.ts"),
  }),
  commandTask(["line", "withdraw-offer"], {
    description: "As the operator or the guardian: take an offered price back",
    options: [PROGRAM, LINE, FROM],
    action: () => import("../commands/line/withdrawOffer.ts"),
  }),
  commandTask(["line", "sell"], {
    description: "As the holder: accept the price, once its days are over; the line ends",
    options: [PROGRAM, LINE, CURRENCY, text("price", "The price that the holder expects"), FROM],
    isSignable: true,
    action: () => import("../commands/line/sell.ts"),
  }),
  commandTask(["line", "notice"], {
    description: "As the arbiter: announce that a line will be suspended or ended",
    options: [PROGRAM, LINE, text("remedy", "suspend or end"), REASON, EVIDENCE, FROM],
    action: () => import("../commands/line/notice.ts"),
  }),
  commandTask(["line", "withdraw-notice"], {
    description: "As the arbiter: take a notice back",
    options: [PROGRAM, LINE, FROM],
    action: () => import("../commands/line/withdrawNotice.ts"),
  }),
  commandTask(["line", "execute"], {
    description: "As the arbiter: do what notice was given of, once it is over",
    options: [PROGRAM, LINE, FROM],
    action: () => import("../commands/line/execute.ts"),
  }),
  commandTask(["line", "resume"], {
    description: "As the arbiter: let a suspended line earn again",
    options: [PROGRAM, LINE, FROM],
    action: () => import("../commands/line/resume.ts"),
  }),
  emptyTask("reserve", "Back guarantees and milestones").build(),
  commandTask(["reserve", "add"], {
    description: "Add to what backs a line's guarantee, or milestones; what is owed is paid first",
    options: [PROGRAM, BACKED, CURRENCY, AMOUNT, FROM],
    action: () => import("../commands/reserve/add.ts"),
  }),
  commandTask(["reserve", "announce"], {
    description: "As the operator: say what will be taken out of the milestones' reserve",
    options: [PROGRAM, CURRENCY, text("amount", "The most that will be, such as 1000.00"), FROM],
    action: () => import("../commands/reserve/announce.ts"),
  }),
  commandTask(["reserve", "withdraw"], {
    description: "As the operator: send what a reserve's promise does not need to the treasury",
    options: [PROGRAM, BACKED, CURRENCY, AMOUNT, FROM],
    action: () => import("../commands/reserve/withdraw.ts"),
  }),
];
