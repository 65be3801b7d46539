import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
}

/** `line execute`: the arbiter does what notice was given of, once the notice is over. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const { logs, transactionHash } = await act("executeNotice", [index]);
  const [done] = decodeEventsNamed(logs, ["LineSuspended", "LineEnded"]);
  const from = done?.args.from ?? 0;
  const isEnd = done?.eventName === "LineEnded";
  return {
    json: {
      program: program.address,
      ...{ line: line.name, remedy: isEnd ? "end" : "suspend", from, transaction: transactionHash },
    },
    text: `${printable(line.name)} ${isEnd ? "ends" : "is suspended"} on ${formatIsoTime(from)}. What it earned until then stays the holder's.`,
  };
});
