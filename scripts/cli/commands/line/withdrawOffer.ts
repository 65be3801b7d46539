import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
}

/** `line withdraw-offer`: the operator takes a price back to the funds. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const { transactionHash } = await act("withdrawBuyout", [index]);
  return {
    json: { program: program.address, line: line.name, transaction: transactionHash },
    text: `The offer for ${printable(line.name)} is back in the funds.`,
  };
});
