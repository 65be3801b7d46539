import { requireOption } from "../../../../core/requireOption.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { openProgram } from "../../../chain/openProgram.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity source`: the plan pulls from a line that it holds, whenever units are granted or lost. */
export default planSignerCommand<"program" | "line">(async ({ plan, act }, options) => {
  const text = requireOption("program", options.program, "the program's address");
  const program = await openProgram(plan.chain, text);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const { transactionHash } = await act("addSource", [program.address, index]);
  return {
    json: { program: program.address, line: line.name, transaction: transactionHash },
    text: `The plan pulls from ${line.name} of ${program.address} from now on, before units are granted and as they are lost.`,
  };
});
