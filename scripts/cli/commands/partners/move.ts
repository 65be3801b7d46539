import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAddress } from "../../requireAddress.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/**
 * `partners move`: moves a partner's payments to another wallet, in two steps. Signed by the partner or its recovery address
 * it proposes the move; signed by the new wallet, after the delay, it makes it.
 */
export default signerCommand<"partner" | "to">(async ({ program, account, act }, options) => {
  const { name, wallet } = await requirePartner(program, options);
  const to = requireAddress("to", options.to);
  const isLast = account === to && (await readProgram(program, "payoutOf", [wallet])).moveTo === to;
  const { transactionHash } = isLast
    ? await act("finishMove", [wallet])
    : await act("proposeMove", [wallet, to]);
  const { moveAt } = await readProgram(program, "payoutOf", [wallet]);
  return {
    json: {
      ...{ partner: name, to, moved: isLast, movesAt: isLast ? null : moveAt },
      transaction: transactionHash,
    },
    text: isLast
      ? `${printable(name)} is paid at ${to} from now on, with all that is not paid yet.`
      : `${printable(name)} will be paid at ${to}. Run this again with --from ${to} on ${formatIsoTime(moveAt)} or later; until then \`partners cancel-move\` takes it back.`,
  };
});
