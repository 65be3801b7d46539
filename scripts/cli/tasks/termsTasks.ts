import { emptyTask, task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { FROM, JSON_FLAG, LINE, PROGRAM, text } from "./options.ts";

/** Amendments: other terms, after the notice. */
export const termsTasks: TaskDefinition[] = [
  emptyTask("terms", "Amend a program's terms").build(),
  task(["terms", "propose"], "As the operator: propose other terms, in force after the notice")
    .addOption(PROGRAM)
    .addOption(text("terms", "The terms file, see schema/terms.schema.json"))
    .addOption(text("uri", "Where the amendment can be read; told in the event"))
    .addOption(text("text", "The file that can be read there; its hash is told too"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/terms/propose.ts"))
    .build(),
  task(["terms", "consent"], "As a holder: consent to what an amendment does to a line")
    .addOption(PROGRAM)
    .addOption(LINE)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/terms/consent.ts"))
    .build(),
  task(["terms", "withdraw"], "As the operator: take back an amendment that is not in force")
    .addOption(PROGRAM)
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/terms/withdraw.ts"))
    .build(),
  task(["terms", "show-amendment"], "Show the amendment that waits, and what it changes")
    .addOption(PROGRAM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("../commands/terms/showAmendment.ts"))
    .build(),
];
