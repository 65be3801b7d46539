import { printable } from "../../../../core/text/printable.ts";
import { requireAddress } from "../../requireAddress.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners recovery`: names who may move a partner's wallet where its key is lost or stolen. */
export default signerCommand<"partner" | "address">(async ({ program, act }, options) => {
  const { name, wallet } = await requirePartner(program, options);
  const recovery = requireAddress("address", options.address);
  const { transactionHash } = await act("setRecovery", [wallet, recovery]);
  return {
    json: { partner: name, recovery, transaction: transactionHash },
    text: `${recovery} may move the wallet of ${printable(name)} and cancel such moves. Only it can name another.`,
  };
});
