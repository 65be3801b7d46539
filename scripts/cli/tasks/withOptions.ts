import type { ArgumentType } from "hardhat/types/arguments";
import type {
  ExtendTaskArguments,
  NewTaskDefinitionBuilder,
  TaskArguments,
} from "hardhat/types/tasks";
import type { text } from "./options.ts";

type Text = ArgumentType.STRING_WITHOUT_DEFAULT;

/** A task with several options more. */
export function withOptions<
  Name extends string,
  Arguments extends TaskArguments,
  Action extends "LAZY_ACTION" | "INLINE_ACTION" | "MISSING_ACTION",
>(
  task: NewTaskDefinitionBuilder<Arguments, Action>,
  [first, ...others]: readonly [Option<Name>, ...Option<Name>[]],
): NewTaskDefinitionBuilder<ExtendTaskArguments<Name, Text, Arguments>, Action> {
  // Each is added to the same task.
  const extended = task.addOption<Name, Text>(first);
  for (const option of others) extended.addOption<Name, Text>(option);
  return extended;
}

type Option<Name extends string> = ReturnType<typeof text<Name>>;
