import { amendmentToJson } from "../lib/amendments/amendmentToJson.ts";
import { describeAmendment } from "../lib/amendments/describeAmendment.ts";
import { readAmendment } from "../lib/amendments/readAmendment.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { requireOption } from "../lib/cli/requireOption.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly json: boolean;
}

/** `terms show-amendment`: the amendment that waits, and what it changes. */
export default command<Arguments>(async (chain, options) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const waiting = await readAmendment(program);
  const amendment = waiting === undefined ? null : amendmentToJson(program, waiting);
  return {
    json: { program: program.address, amendment },
    text:
      amendment === null
        ? "No amendment waits: the terms stay as they are."
        : describeAmendment(amendment).join("\n"),
  };
});
