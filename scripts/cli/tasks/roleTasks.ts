import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { FROM, PROGRAM, text } from "./options.ts";

const POWER = text("power", "operator, attributor, standby, arbiter or guardian");
const TO = text("to", "Who is to have it");
const WAY = text("way", "hand-over, joint or notice, where several are proposed");

/** Who holds the powers, and how they come to others. */
export const roleTasks: TaskDefinition[] = [
  emptyTask("roles", "Show powers and pass them on").build(),
  commandTask(["roles", "show"], {
    description: "Show who holds the powers, and who is to have them next",
    options: [PROGRAM],
    action: () => import("../commands/roles/show.ts"),
  }),
  commandTask(["roles", "propose"], {
    description: "As the holder: propose who is to have a power, who accepts it after the delay",
    options: [PROGRAM, POWER, TO, FROM],
    flags: [
      {
        name: "notice",
        description: "As the operator: replace the arbiter; as the guardian: a silent operator",
      },
    ],
    action: () => import("../commands/roles/propose.ts"),
  }),
  commandTask(["roles", "replace"], {
    description: "As two of operator, arbiter and guardian: replace the third; both run it",
    options: [PROGRAM, POWER, TO, FROM],
    action: () => import("../commands/roles/replace.ts"),
  }),
  commandTask(["roles", "accept"], {
    description: "As who was proposed: take a power, once the delay is over",
    options: [PROGRAM, POWER, WAY, FROM],
    action: () => import("../commands/roles/accept.ts"),
  }),
  commandTask(["roles", "cancel"], {
    description: "Take back who was proposed for a power; the guardian may, too",
    options: [PROGRAM, POWER, WAY, FROM],
    action: () => import("../commands/roles/cancel.ts"),
  }),
  commandTask(["roles", "standby"], {
    description: "As the operator or the guardian: make the standby the attributor, at once",
    options: [PROGRAM, FROM],
    action: () => import("../commands/roles/standby.ts"),
  }),
  commandTask(["roles", "remove"], {
    description: "As the operator or the guardian: take the attributor its power, at once",
    options: [PROGRAM, FROM],
    action: () => import("../commands/roles/remove.ts"),
  }),
  commandTask(["roles", "reset"], {
    description: "As the guardian: give a new attributor the running period's limits anew",
    options: [PROGRAM, FROM],
    action: () => import("../commands/roles/reset.ts"),
  }),
  commandTask(["roles", "suspend"], {
    description: "As the guardian: suspend the arbiter for as long as a period",
    options: [PROGRAM, FROM],
    action: () => import("../commands/roles/suspend.ts"),
  }),
  commandTask(["roles", "alive"], {
    description: "As the operator: show that it is there",
    options: [PROGRAM, FROM],
    action: () => import("../commands/roles/alive.ts"),
  }),
];
