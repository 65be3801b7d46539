import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { FROM, PROGRAM, text } from "./options.ts";

/** What parties sign, and others post and pay the gas for. */
export const actTasks: TaskDefinition[] = [
  emptyTask("acts", "Post what parties have signed").build(),
  commandTask(["acts", "post"], {
    description: "Do what a party signed with --sign, and pay the gas; anybody may",
    options: [
      PROGRAM,
      text("plan", "In a program's place: the equity plan that it was signed for"),
      text("file", "What a command with --sign wrote"),
      text("signature", "The signature, where the wallet that signs is elsewhere"),
      FROM,
    ],
    action: () => import("../commands/acts/post.ts"),
  }),
];
