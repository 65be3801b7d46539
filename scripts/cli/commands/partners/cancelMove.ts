import { printable } from "../../../../core/text/printable.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners cancel-move`: takes back a move of a partner's wallet that was proposed. */
export default signerCommand<"partner">(async ({ program, act }, options) => {
  const { name, wallet, paidAt } = await requirePartner(program, options);
  const { transactionHash } = await act("cancelMove", [wallet]);
  return {
    json: { partner: name, paidAt, transaction: transactionHash },
    text: `${printable(name)} stays at ${paidAt}.`,
  };
});
