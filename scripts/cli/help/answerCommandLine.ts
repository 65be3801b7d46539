import { ArgumentType } from "hardhat/types/arguments";
import type { Task } from "hardhat/types/tasks";
import { TributaryError } from "../../../core/TributaryError.ts";
import { listOf } from "../../../core/text/listOf.ts";
import { nearest } from "../../../core/text/nearest.ts";
import { describeCommand, describeGroup } from "./describeCommand.ts";
import { EXAMPLES } from "./EXAMPLES.ts";
import { flagOf } from "./flagOf.ts";

/** What is typed behind `hardhat`, and what there is. */
export interface CommandLine {
  readonly typed: readonly string[];
  readonly rootTasks: ReadonlyMap<string, Task>;
  /** Hardhat's own options, by their flags, and whether they have a value. */
  readonly globalFlags: ReadonlyMap<string, boolean>;
  readonly networks: readonly string[];
}

/**
 * The help that a command line asks for, where that is of one of this project's commands; undefined where the command is to run.
 * @throws TributaryError for a command, an option or a network that there is not, with the one that was probably meant.
 */
export function answerCommandLine(line: CommandLine): string | undefined {
  const words = wordsOf(line);
  if (words.length === 0) return undefined;
  const { task, rest } = findTask(line.rootTasks, words);
  if (task === undefined || (task.isEmpty && rest.length > 0))
    throw unknownCommand(line.rootTasks, task, words);
  if (!isOurs(task)) {
    checkNetwork(line);
    return undefined;
  }
  if (task.isEmpty) return describeGroup(task);
  if (line.typed.includes("--help") || line.typed.includes("-h")) return describeCommand(task);
  checkOptions(line, task, rest);
  checkNetwork(line);
  return undefined;
}

/** What stands before the first option that is not Hardhat's, without the options that are. */
function wordsOf({ typed, globalFlags }: CommandLine): string[] {
  const words: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? "";
    const hasValue = globalFlags.get(word);
    if (hasValue !== undefined) at += hasValue ? 1 : 0;
    else if (word.startsWith("-")) break;
    else words.push(word);
  }
  return words;
}

function findTask(
  rootTasks: CommandLine["rootTasks"],
  [first = "", ...others]: readonly string[],
): { task: Task | undefined; rest: readonly string[] } {
  let task = rootTasks.get(first);
  let rest = others;
  for (let next = task?.subtasks.get(rest[0] ?? ""); next !== undefined; ) {
    task = next;
    rest = rest.slice(1);
    next = task.subtasks.get(rest[0] ?? "");
  }
  return { task, rest };
}

/** Whether a task is one of this project's commands, or a group of them. */
function isOurs({ id }: Task): boolean {
  const name = id.join(" ");
  return Object.keys(EXAMPLES).some((one) => one === name || one.startsWith(`${name} `));
}

function unknownCommand(
  rootTasks: CommandLine["rootTasks"],
  group: Task | undefined,
  words: readonly string[],
): TributaryError {
  const names =
    group === undefined
      ? [...rootTasks.values()].flatMap((task) => [task, ...task.subtasks.values()])
      : [...group.subtasks.values()];
  const typed = words.slice(0, group === undefined ? 2 : group.id.length + 1).join(" ");
  const all = names.map(({ id }) => id.join(" "));
  const meant = nearest(typed, all) ?? nearest(words[0] ?? "", all);
  return new TributaryError(`There is no command "${typed}".`, {
    todo: `${meant === undefined ? "" : `Did you mean "${meant}"? `}npx hardhat ${group === undefined ? "" : `${group.id.join(" ")} `}--help lists ${group === undefined ? "all" : "those of this group"}.`,
  });
}

function checkOptions({ typed, globalFlags }: CommandLine, task: Task, rest: readonly string[]) {
  const name = task.id.join(" ");
  const help = `npx hardhat ${name} --help lists its options.`;
  const own = new Map(
    [...task.options.values()].map((option) => [
      flagOf(option.name),
      option.type !== ArgumentType.FLAG,
    ]),
  );
  const known = new Map([...globalFlags, ...own]);
  const [extra] = rest;
  if (extra !== undefined)
    throw new TributaryError(`"${extra}" belongs to no option.`, { todo: help });
  const given = new Set<string>();
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? "";
    if (!word.startsWith("-")) continue;
    if (given.has(word)) throw repeatedOption(word, task, help);
    given.add(word);
    const hasValue = known.get(word);
    if (hasValue === undefined) throw unknownOption(name, word, known, help);
    if (!hasValue) continue;
    at++;
    const value = typed[at];
    if (value === undefined || known.has(value))
      throw new TributaryError(`The option ${word} has no value.`, { todo: help });
  }
}

function repeatedOption(flag: string, task: Task, help: string): TributaryError {
  const option = [...task.options.values()].find(({ name }) => flagOf(name) === flag);
  const takesList = option?.description.includes("commas between") === true;
  return new TributaryError(`The option ${flag} is given twice.`, {
    todo: takesList ? `Give it once, with commas between: ${flag} one,other` : help,
  });
}

function unknownOption(
  command: string,
  typed: string,
  known: ReadonlyMap<string, boolean>,
  help: string,
): TributaryError {
  const [flag = "", value] = typed.split("=");
  if (value !== undefined && known.has(flag))
    return new TributaryError(`"${typed}" is not understood.`, {
      todo: `An option's value stands behind a space: ${flag} ${value}`,
    });
  const meant = nearest(flag, known.keys());
  return new TributaryError(`"${command}" has no option ${flag}.`, {
    todo: `${meant === undefined ? "" : `Did you mean ${meant}? `}${help}`,
  });
}

function checkNetwork({ typed, networks }: CommandLine): void {
  const at = typed.indexOf("--network");
  const name = at < 0 ? undefined : typed[at + 1];
  if (name === undefined || networks.includes(name)) return;
  const meant = nearest(name, networks);
  throw new TributaryError(`There is no network "${name}".`, {
    allowed: listOf(networks),
    todo: `${meant === undefined ? "" : `Did you mean "${meant}"? `}More networks are a few lines in hardhat.config.ts.`,
  });
}
