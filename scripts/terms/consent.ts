import { readAmendment } from "../lib/amendments/readAmendment.ts";
import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { findLine } from "../lib/lines/findLine.ts";
import { TributaryError } from "../lib/TributaryError.ts";
import { formatTime } from "../lib/text/formatTime.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
}

/** `terms consent`: the holder consents to what the amendment that waits does to its line. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const amendment = await readAmendment(program);
  if (amendment === undefined) {
    throw new TributaryError("No amendment waits.", {
      todo: "`terms show-amendment` shows one while it does.",
    });
  }
  const { termsHash, from, terms } = amendment;
  const { transactionHash } = await act("consent", [index, termsHash]);
  const ends = terms.standing[Number(index)]?.ends ?? 0;
  return {
    json: {
      program: program.address,
      ...{ line: line.name, termsHash, ends, transaction: transactionHash },
    },
    text: `The holder of ${printable(line.name)} consents to its end on ${formatTime(ends)}, by the amendment in force from ${formatTime(from)} on.`,
  };
});
