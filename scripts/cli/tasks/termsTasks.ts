import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { ALLOW_SIMILAR, FROM, LINE, PROGRAM, text } from "./options.ts";

/** Amendments: other terms, after the notice. */
export const termsTasks: TaskDefinition[] = [
  emptyTask("terms", "Amend a program's terms").build(),
  commandTask(["terms", "propose"], {
    description: "As the operator: propose other terms, in force after the notice",
    options: [
      PROGRAM,
      text("terms", "The terms file, see schema/terms.schema.json"),
      text("uri", "Where the amendment can be read; told in the event"),
      text("text", "The file that can be read there; its hash is told too"),
      FROM,
    ],
    flags: [ALLOW_SIMILAR],
    action: () => import("../commands/terms/propose.ts"),
  }),
  commandTask(["terms", "consent"], {
    description: "As a holder: consent to what an amendment does to a line",
    options: [PROGRAM, LINE, FROM],
    isSignable: true,
    action: () => import("../commands/terms/consent.ts"),
  }),
  commandTask(["terms", "withdraw"], {
    description: "As the operator: take back an amendment that is not in force",
    options: [PROGRAM, FROM],
    action: () => import("../commands/terms/withdraw.ts"),
  }),
  commandTask(["terms", "show-amendment"], {
    description: "Show the amendment that waits, and what it changes",
    options: [PROGRAM],
    action: () => import("../commands/terms/showAmendment.ts"),
  }),
];
