import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireParty } from "../../requireParty.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners cancel-move`: takes back a move of a party's wallet that was proposed. */
export default signerCommand<"partner">(async ({ program, act }, options) => {
  const { name, wallet } = await requireParty(program, options);
  const { transactionHash } = await act("cancelMove", [wallet]);
  const { wallet: paidAt } = await readProgram(program, "payoutOf", [wallet]);
  return {
    json: { partner: name, paidAt, transaction: transactionHash },
    text: `${printable(name)} stays at ${paidAt}.`,
  };
});
