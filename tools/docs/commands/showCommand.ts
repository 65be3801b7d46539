import { ArgumentType, type OptionDefinition } from "hardhat/types/arguments";
import type { NewTaskDefinition } from "hardhat/types/tasks";
import { EXAMPLES } from "../../../scripts/cli/help/EXAMPLES.ts";
import { flagOf } from "../../../scripts/cli/help/flagOf.ts";
import { table } from "../table.ts";
import { NOTES } from "./NOTES.ts";

/** What docs/commands.md says of a command below its name. */
export function showCommand({ id, description, options }: NewTaskDefinition): string {
  const name = id.join(" ");
  const note = NOTES[name];
  const example = EXAMPLES[name];
  const rows = Object.values(options).map((option) => [
    `\`${typedOf(option)}\``,
    `${option.description}${defaultOf(option)}`,
  ]);
  const parts = [
    `${description}.`,
    note,
    table(["option", ""], rows),
    example && `Such as \`npx hardhat ${name} ${example}\`.`,
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function typedOf({ name, type }: OptionDefinition): string {
  return type === ArgumentType.FLAG ? flagOf(name) : `${flagOf(name)} …`;
}

function defaultOf({ type, defaultValue }: OptionDefinition): string {
  if (type === ArgumentType.FLAG || defaultValue === undefined) return "";
  return `; ${String(defaultValue)} by default`;
}
