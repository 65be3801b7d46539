import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { findLine } from "../lib/lines/findLine.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
}

/** `line withdraw-notice`: the arbiter takes a notice back. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const { transactionHash } = await act("withdrawNotice", [index]);
  return {
    json: { program: program.address, line: line.name, transaction: transactionHash },
    text: `No notice waits for ${printable(line.name)} any more.`,
  };
});
