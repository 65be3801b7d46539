import { printable } from "../../../../core/text/printable.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line withdraw-notice`: the arbiter takes a notice back. */
export default signerCommand<"line">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const { transactionHash } = await act("withdrawNotice", [index]);
  return {
    json: { line: line.name, transaction: transactionHash },
    text: `No notice waits for ${printable(line.name)} any more.`,
  };
});
