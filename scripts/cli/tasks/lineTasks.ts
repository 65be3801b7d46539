import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { CURRENCY, EVIDENCE, FROM, JSON_FLAG, LINE, PROGRAM, REASON, text } from "./options.ts";

/** How standing lines end, pause and are backed. */
export const lineTasks: TaskDefinition[] = [
  emptyTask("line", "End, buy, suspend and resume standing lines").build(),
  task(["line", "exit"], "As the operator or the holder: agree to end a line; both must")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addFlag({ name: "revoke", description: "No longer agree" })
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/exit.ts"))
    .build(),
  task(["line", "buyout"], "As the operator: offer the holder a price, set aside from the funds")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(CURRENCY)
    .addOption(text("price", "The price; by default the terms' multiple"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/buyout.ts"))
    .build(),
  task(["line", "withdraw-offer"], "As the operator: take an offered price back")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/withdrawOffer.ts"))
    .build(),
  task(["line", "sell"], "As the holder: accept the price; the line ends")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(CURRENCY)
    .addOption(text("price", "The price that the holder expects"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/sell.ts"))
    .build(),
  task(["line", "notice"], "As the arbiter: announce that a line will be suspended or ended")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(text("remedy", "suspend or end"))
    .addOption(REASON)
    .addOption(EVIDENCE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/notice.ts"))
    .build(),
  task(["line", "withdraw-notice"], "As the arbiter: take a notice back")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/withdrawNotice.ts"))
    .build(),
  task(["line", "execute"], "As the arbiter: do what notice was given of, once it is over")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/execute.ts"))
    .build(),
  task(["line", "resume"], "As the arbiter: let a suspended line earn again")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/line/resume.ts"))
    .build(),
  emptyTask("reserve", "Back guarantees and milestones").build(),
  task(["reserve", "add"], "Add to what pays guarantees and milestones; arrears are paid first")
    .addOption(PROGRAM)
    .addOption(CURRENCY)
    .addOption(text("amount", "How much of it, such as 1000.00"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/reserve/add.ts"))
    .build(),
  task(["reserve", "withdraw"], "As the operator: send what no line needs to the treasury")
    .addOption(PROGRAM)
    .addOption(CURRENCY)
    .addOption(text("amount", "How much of it, such as 1000.00"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/reserve/withdraw.ts"))
    .build(),
];
