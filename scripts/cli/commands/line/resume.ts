import { printable } from "../../../../core/text/printable.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line resume`: the arbiter lets a suspended line earn again. */
export default signerCommand<"line">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const { transactionHash } = await act("resumeLine", [index]);
  return {
    json: { line: line.name, transaction: transactionHash },
    text: `${printable(line.name)} earns again from the next period's start.`,
  };
});
