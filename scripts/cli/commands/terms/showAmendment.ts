import { requireOption } from "../../../../core/requireOption.ts";
import { readAmendment } from "../../../chain/amendments/readAmendment.ts";
import { openProgram } from "../../../chain/openProgram.ts";
import { amendmentToJson } from "../../../reporting/program/amendmentToJson.ts";
import { describeAmendment } from "../../../reporting/program/describeAmendment.ts";
import { command } from "../../command.ts";

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
