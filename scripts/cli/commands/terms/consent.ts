import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readAmendment } from "../../../chain/amendments/readAmendment.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

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
    text: `The holder of ${printable(line.name)} consents to its end on ${formatIsoTime(ends)}, by the amendment in force from ${formatIsoTime(from)} on.`,
  };
});
