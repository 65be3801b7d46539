import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readAmendment } from "../../../chain/amendments/readAmendment.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `terms consent`: the holder consents to what the amendment that waits does to its line. */
export default signerCommand<"line">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
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
    json: { line: line.name, termsHash, ends, transaction: transactionHash },
    text: `The holder of ${printable(line.name)} consents to its end on ${formatIsoTime(ends)}, by the amendment in force from ${formatIsoTime(from)} on.`,
  };
});
