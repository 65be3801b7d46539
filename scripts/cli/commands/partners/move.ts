import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { readPayout } from "../../../chain/partners/readPayout.ts";
import { command } from "../../command.ts";
import { requireAddress } from "../../requireAddress.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
  readonly to: string | undefined;
}

/**
 * `partners move`: moves a partner's payments to another wallet, in two steps. Signed by the partner or its recovery address
 * it proposes the move; signed by the new wallet, after the delay, it makes it.
 */
export default command<Arguments>(async (chain, options) => {
  const { program, account, act } = await openSigner(chain, options);
  const { name, wallet } = await findPartner(
    program,
    requireOption("partner", options.partner, "a name or a wallet"),
  );
  const to = requireAddress("to", options.to);
  const isLast = account === to && (await readPayout(program, wallet)).moveTo === to;
  const { transactionHash } = isLast
    ? await act("finishMove", [wallet])
    : await act("proposeMove", [wallet, to]);
  const { moveAt } = await readPayout(program, wallet);
  return {
    json: {
      program: program.address,
      ...{ partner: name, to, moved: isLast, movesAt: isLast ? null : moveAt },
      transaction: transactionHash,
    },
    text: isLast
      ? `${printable(name)} is paid at ${to} from now on, with all that is not paid yet.`
      : `${printable(name)} will be paid at ${to}. Run this again with --from ${to} on ${formatIsoTime(moveAt)} or later; until then \`partners cancel-move\` takes it back.`,
  };
});
