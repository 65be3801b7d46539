import { SAFE } from "../../../scripts/cli/tasks/options.ts";
import { tasks } from "../../../scripts/cli/tasks.ts";

/** Every command that hands out to a Safe. */
export function commandsForSafes(): string[] {
  return tasks
    .filter((task) => "action" in task && Object.hasOwn(task.options, SAFE.name))
    .map(({ id }) => id.join(" "));
}
