import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { readLineState } from "../../../chain/lines/readLineState.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
  readonly revoke: boolean;
}

/** `line exit`: the operator or the holder agrees to end a line; it ends once both have. */
export default command<Arguments>(async (chain, options) => {
  const { program, account, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const before = await readLineState(program, index);
  const { transactionHash } = await act("agreeExit", [index, !options.revoke]);
  const { ends } = await readLineState(program, index);
  const isEnded = ends !== before.ends;
  const name = printable(line.name);
  const agreed = `${account} ${options.revoke ? "no longer agrees" : "agrees"} to end ${name}.`;
  return {
    json: {
      program: program.address,
      ...{ line: line.name, agreed: !options.revoke, ends: isEnded ? ends : null },
      transaction: transactionHash,
    },
    text: isEnded ? `${agreed} Both have agreed: it ends on ${formatIsoTime(ends)}.` : agreed,
  };
});
