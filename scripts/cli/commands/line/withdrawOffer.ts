import { printable } from "../../../../core/text/printable.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line withdraw-offer`: the operator or the guardian takes a price back to the funds. */
export default signerCommand<"line">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const { transactionHash } = await act("withdrawBuyout", [index]);
  return {
    json: { line: line.name, transaction: transactionHash },
    text: `The offer for ${printable(line.name)} is back in the funds.`,
  };
});
