import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { parseTime, TIME_FORMAT } from "../../../../core/text/parseTime.ts";
import { requireLane } from "../../requireLane.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales open-lane`: opens a lane for sales of another source, from a date on. */
export default signerCommand<"lane" | "begins">(async ({ act }, options) => {
  const lane = requireLane(requireOption("lane", options.lane, "the lane's number, 2 to 15"), 2);
  const text = requireOption("begins", options.begins, "the date of the source's first sale");
  const begins = parseTime(text);
  if (begins === undefined) {
    throw new TributaryError("The option --begins is no time.", {
      found: `"${text}"`,
      allowed: TIME_FORMAT,
    });
  }
  const { transactionHash } = await act("openLane", [BigInt(lane), begins]);
  return {
    json: { lane, begins, transaction: transactionHash },
    text: `The lane ${lane} is open for sales from ${formatIsoTime(begins)} on: \`sales post --lane ${lane}\`.`,
  };
});
