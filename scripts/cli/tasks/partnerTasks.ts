import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import {
  ALLOW_SIMILAR,
  CURRENCY,
  EVIDENCE,
  FROM,
  PARTNER,
  PARTY,
  PROGRAM,
  REASON,
  text,
} from "./options.ts";

/** Who takes part, in which tier, and where they are paid. */
export const partnerTasks: TaskDefinition[] = [
  emptyTask("partners", "Enroll partners, change and pay them").build(),
  commandTask(["partners", "enroll"], {
    description: "Enroll partners, or change their tiers",
    options: [PROGRAM, text("file", "partner,wallet,tier,joined_at,referrer"), FROM],
    flags: [ALLOW_SIMILAR],
    action: () => import("../commands/partners/enroll.ts"),
  }),
  commandTask(["partners", "sign"], {
    description: "As a newcomer: sign your line of a partners file and the terms",
    options: [
      PROGRAM,
      text("file", "partner,wallet,tier,joined_at,referrer"),
      text("out", "Where to write what was signed, for the operator"),
      FROM,
    ],
    action: () => import("../commands/partners/sign.ts"),
  }),
  commandTask(["partners", "unsign"], {
    description: "Make void what you have signed and nobody has used",
    options: [PROGRAM, FROM],
    action: () => import("../commands/partners/unsign.ts"),
  }),
  commandTask(["partners", "admit"], {
    description: "As the operator: enroll a partner who signed the terms",
    options: [PROGRAM, text("file", "What `partners sign` wrote"), FROM],
    flags: [ALLOW_SIMILAR],
    action: () => import("../commands/partners/admit.ts"),
  }),
  commandTask(["partners", "tier"], {
    description: "Give a partner another tier from the next period's start",
    options: [PROGRAM, PARTNER, text("tier", "The tier's name"), REASON, FROM],
    action: () => import("../commands/partners/tier.ts"),
  }),
  commandTask(["partners", "graduate"], {
    description: "Give the higher tiers whose criteria partners meet",
    options: [PROGRAM, text("partner", "Only this partner, by name or wallet"), FROM],
    action: () => import("../commands/partners/graduate.ts"),
  }),
  commandTask(["partners", "count"], {
    description:
      "Count a partner's locked periods towards tiers and milestones, after long silence",
    options: [PROGRAM, PARTNER, CURRENCY, FROM],
    action: () => import("../commands/partners/count.ts"),
  }),
  commandTask(["partners", "attest"], {
    description: "Record a partner's contribution score",
    options: [PROGRAM, PARTNER, text("score", "A number"), EVIDENCE, FROM],
    action: () => import("../commands/partners/attest.ts"),
  }),
  commandTask(["partners", "status"], {
    description: "Make a partner active or suspended",
    options: [PROGRAM, PARTNER, text("status", "active or suspended"), REASON, FROM],
    action: () => import("../commands/partners/status.ts"),
  }),
  commandTask(["partners", "accept"], {
    description: "As a partner: accept the terms in force",
    options: [PROGRAM, PARTNER, FROM],
    isSignable: true,
    action: () => import("../commands/partners/accept.ts"),
  }),
  commandTask(["partners", "leave"], {
    description: "As a partner: leave with all that was earned",
    options: [PROGRAM, PARTNER, REASON, FROM],
    isSignable: true,
    action: () => import("../commands/partners/leave.ts"),
  }),
  commandTask(["partners", "return"], {
    description: "As a partner: undo that you left",
    options: [PROGRAM, PARTNER, REASON, FROM],
    isSignable: true,
    action: () => import("../commands/partners/return.ts"),
  }),
  commandTask(["partners", "withhold"], {
    description: "As a partner: have a part of payments go to the tax account",
    options: [PROGRAM, PARTY, text("rate", "A percentage, such as 15%"), FROM],
    isSignable: true,
    action: () => import("../commands/partners/withhold.ts"),
  }),
  commandTask(["partners", "recovery"], {
    description: "As a partner: name who may move the wallet if its key is lost",
    options: [PROGRAM, PARTY, text("address", "The recovery address"), FROM],
    isSignable: true,
    action: () => import("../commands/partners/recovery.ts"),
  }),
  commandTask(["partners", "cancel-recovery"], {
    description: "Take back a recovery address that is not in force yet",
    options: [PROGRAM, PARTY, FROM],
    isSignable: true,
    action: () => import("../commands/partners/cancelRecovery.ts"),
  }),
  commandTask(["partners", "move"], {
    description: "Move a partner's payments to another wallet, in two steps",
    options: [PROGRAM, PARTY, text("to", "The new wallet, which signs the second step"), FROM],
    isSignable: true,
    action: () => import("../commands/partners/move.ts"),
  }),
  commandTask(["partners", "cancel-move"], {
    description: "Take back a move that was proposed",
    options: [PROGRAM, PARTY, FROM],
    isSignable: true,
    action: () => import("../commands/partners/cancelMove.ts"),
  }),
  emptyTask("milestones", "Pay milestones").build(),
  commandTask(["milestones", "pay"], {
    description: "Pay the milestones that partners have reached, out of the reserve",
    options: [PROGRAM, text("partner", "Only this partner, by name or wallet"), CURRENCY, FROM],
    isSignable: true,
    action: () => import("../commands/milestones/pay.ts"),
  }),
];
