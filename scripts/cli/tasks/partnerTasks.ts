import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { CURRENCY, EVIDENCE, FROM, JSON_FLAG, PARTNER, PROGRAM, REASON, text } from "./options.ts";

/** Who takes part, in which tier, and where they are paid. */
export const partnerTasks: TaskDefinition[] = [
  emptyTask("partners", "Enroll partners, change and pay them").build(),
  task(["partners", "enroll"], "Enroll partners, or change their tiers")
    .addOption(PROGRAM)
    .addOption(text("file", "partner,wallet,tier,joined_at,referrer"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/enroll.ts"))
    .build(),
  task(["partners", "sign"], "As a newcomer: sign your line of a partners file and the terms")
    .addOption(PROGRAM)
    .addOption(text("file", "partner,wallet,tier,joined_at,referrer"))
    .addOption(text("out", "Where to write what was signed, for the operator"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/sign.ts"))
    .build(),
  task(["partners", "admit"], "As the operator: enroll a partner who signed the terms")
    .addOption(PROGRAM)
    .addOption(text("file", "What `partners sign` wrote"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/admit.ts"))
    .build(),
  task(["partners", "tier"], "Give a partner another tier from the next period's start")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("tier", "The tier's name"))
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/tier.ts"))
    .build(),
  task(["partners", "graduate"], "Give the higher tiers whose criteria partners meet")
    .addOption(PROGRAM)
    .addOption(text("partner", "Only this partner, by name or wallet"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/graduate.ts"))
    .build(),
  task(["partners", "attest"], "Record a partner's contribution score")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("score", "A number"))
    .addOption(EVIDENCE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/attest.ts"))
    .build(),
  task(["partners", "status"], "Make a partner active, suspended or left")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("status", "active, suspended or left"))
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/status.ts"))
    .build(),
  task(["partners", "accept"], "As a partner: accept the terms in force")
    .addOption(PROGRAM)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/accept.ts"))
    .build(),
  task(["partners", "leave"], "As a partner: leave with all that was earned")
    .addOption(PROGRAM)
    .addOption(REASON)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/leave.ts"))
    .build(),
  task(["partners", "withhold"], "As a partner: have a part of payments go to the tax account")
    .addOption(PROGRAM)
    .addOption(text("rate", "A percentage, such as 15%"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/withhold.ts"))
    .build(),
  task(["partners", "recovery"], "As a partner: name who may move the wallet if its key is lost")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("address", "The recovery address"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/recovery.ts"))
    .build(),
  task(["partners", "move"], "Move a partner's payments to another wallet, in two steps")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(text("to", "The new wallet, which signs the second step"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/move.ts"))
    .build(),
  task(["partners", "cancel-move"], "Take back a move that was proposed")
    .addOption(PROGRAM)
    .addOption(PARTNER)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/partners/cancelMove.ts"))
    .build(),
  emptyTask("milestones", "Pay milestones").build(),
  task(["milestones", "pay"], "Pay the milestones that partners have reached, out of the reserve")
    .addOption(PROGRAM)
    .addOption(text("partner", "Only this partner, by name or wallet"))
    .addOption(CURRENCY)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/milestones/pay.ts"))
    .build(),
];
