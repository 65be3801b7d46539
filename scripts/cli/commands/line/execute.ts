import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line execute`: the arbiter does what notice was given of, once the notice is over. */
export default signerCommand<"line">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const { logs, transactionHash } = await act("executeNotice", [index]);
  const [done] = decodeEventsNamed(logs, ["LineSuspended", "LineEnded"]);
  const from = done?.args.from ?? 0;
  const isEnd = done?.eventName === "LineEnded";
  return {
    json: {
      line: line.name,
      remedy: isEnd ? "end" : "suspend",
      from,
      transaction: transactionHash,
    },
    text: `${printable(line.name)} ${isEnd ? "ends" : "is suspended"} on ${formatIsoTime(from)}. What it earned until then stays the holder's.`,
  };
});
