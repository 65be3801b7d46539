import { emptyTask, task } from "hardhat/config";
import { ArgumentType } from "hardhat/types/arguments";
import type { TaskDefinition } from "hardhat/types/tasks";

const text = <Name extends string>(name: Name, description: string) => ({
  name,
  description,
  type: ArgumentType.STRING_WITHOUT_DEFAULT as const,
  defaultValue: undefined,
});

const JSON_FLAG = {
  name: "json",
  description: "Print one JSON document on standard output",
} as const;
const PROGRAM = text("program", "The program's address");
const FROM = text("from", "The account that signs; the network's first by default");

/** The commands: each is a file of one verb. */
export const tasks: TaskDefinition[] = [
  emptyTask("program", "Deploy, show, fund and verify programs").build(),
  task(["program", "deploy"], "Check the terms, deploy through Ignition, print the address")
    .addOption(text("terms", "The terms file, see schema/terms.schema.json"))
    .addOption(text("uri", "Where the terms file can be read; told in an event"))
    .addOption(FROM)
    .addFlag(JSON_FLAG)
    .setAction(() => import("./program/deploy.ts"))
    .build(),
];
