import { task } from "hardhat/config";
import type {
  LazyActionObject,
  NewTaskActionFunction,
  TaskArguments,
  TaskDefinition,
} from "hardhat/types/tasks";
import type { CommandOptions } from "../CommandOptions.ts";
import { CALLDATA, DRY_RUN, FROM, JSON_FLAG, SAFE, SIGN, type text } from "./options.ts";

interface Command<Text extends string, Flag extends string, Arguments extends TaskArguments> {
  readonly description: string;
  readonly options: readonly ReturnType<typeof text<Text>>[];
  readonly flags?: readonly { readonly name: Flag; readonly description: string }[];
  /** Whether it does what a party can sign for others to post. */
  readonly isSignable?: true;
  /** Its file, which is read once the command is called. */
  readonly action: LazyActionObject<NewTaskActionFunction<Arguments>>;
}

/** What signs and sends nothing, and what goes on without an end: `sales post` tells what it would post. */
const OTHERS: ReadonlySet<string> = new Set(["partners sign", "sales watch"]);

/**
 * A task that runs a command, which can want no option that the task does not have. Each has --json beside its own, and each that sends --safe, --calldata and
 * --dry-run, each whose act can be signed --sign.
 */
export function commandTask<Text extends string, Flag extends string = never>(
  id: string | string[],
  command: Command<Text, Flag, CommandOptions<NoInfer<Text>, NoInfer<Flag>>>,
): TaskDefinition;
export function commandTask(
  id: string | string[],
  { description, options, flags = [], isSignable, action }: Command<string, string, TaskArguments>,
): TaskDefinition {
  // Each is added to the same task.
  const begun = task(id, description);
  const isSending =
    options.some(({ name }) => name === FROM.name) && !OTHERS.has([id].flat().join(" "));
  const files = [...(isSignable ? [SIGN] : []), ...(isSending ? [SAFE] : [])];
  for (const option of [...options, ...files]) begun.addOption(option);
  const sending = isSending ? [CALLDATA, DRY_RUN] : [];
  for (const flag of [...flags, ...sending, JSON_FLAG]) begun.addFlag(flag);
  return begun.setAction(action).build();
}
