import { ArgumentType, type OptionDefinition } from "hardhat/types/arguments";
import type { NewTaskDefinition } from "hardhat/types/tasks";
import { table } from "../table.ts";
import { NOTES } from "./NOTES.ts";

/** What docs/commands.md says of a command below its name. */
export function showCommand({ id, description, options }: NewTaskDefinition): string {
  const note = NOTES[id.join(" ")];
  const rows = Object.values(options).map((option) => [
    `\`${flagOf(option)}\``,
    `${option.description}${defaultOf(option)}`,
  ]);
  const parts = [`${description}.`, note, table(["option", ""], rows)];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function flagOf({ name, type }: OptionDefinition): string {
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return type === ArgumentType.FLAG ? flag : `${flag} …`;
}

function defaultOf({ type, defaultValue }: OptionDefinition): string {
  if (type === ArgumentType.FLAG || defaultValue === undefined) return "";
  return `; ${String(defaultValue)} by default`;
}
