import { ArgumentType } from "hardhat/types/arguments";
import type { Task } from "hardhat/types/tasks";
import { EXAMPLES } from "./EXAMPLES.ts";
import { flagOf } from "./flagOf.ts";

const NETWORK = [
  "--network …",
  "The network it works on, as hardhat.config.ts names them",
] as const;

/** What `--help` prints of a command: what it does, its options, and an example. */
export function describeCommand(task: Task): string {
  const name = task.id.join(" ");
  const example = EXAMPLES[name];
  const needsNetwork = task.options.has("program") || name === "program deploy";
  const rows = [...task.options.values()].map(
    (option) =>
      [
        flagOf(option.name) + (option.type === ArgumentType.FLAG ? "" : " …"),
        option.description,
      ] as const,
  );
  return [
    `${task.description}.`,
    "",
    `npx hardhat ${name} [options]`,
    "",
    ...columns(needsNetwork ? [...rows, NETWORK] : rows),
    ...(example === undefined ? [] : ["", "Example:", "", `  npx hardhat ${name} ${example}`]),
    "",
    "docs/commands.md has every command; npx hardhat --help has Hardhat's own options.",
  ].join("\n");
}

/** What `--help` prints of a group of commands. */
export function describeGroup(task: Task): string {
  const rows = [...task.subtasks.values()].map(
    ({ id, description }) => [id.join(" "), description] as const,
  );
  return [
    `${task.description}.`,
    "",
    ...columns(rows),
    "",
    `npx hardhat ${task.id.join(" ")} <command> --help has a command's options and an example.`,
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`);
}
