import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line exit`: the operator or the holder agrees to end a line; it ends once both have. */
export default signerCommand<"line", "revoke">(async ({ program, account, act }, options) => {
  const { index, line } = requireLine(program, options);
  const before = await readProgram(program, "lineState", [index]);
  const { transactionHash } = await act("agreeExit", [index, !options.revoke]);
  const { ends } = await readProgram(program, "lineState", [index]);
  const isEnded = ends !== before.ends;
  const name = printable(line.name);
  const agreed = `${account} ${options.revoke ? "no longer agrees" : "agrees"} to end ${name}.`;
  return {
    json: {
      ...{ line: line.name, agreed: !options.revoke, ends: isEnded ? ends : null },
      transaction: transactionHash,
    },
    text: isEnded ? `${agreed} Both have agreed: it ends on ${formatIsoTime(ends)}.` : agreed,
  };
});
