import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners leave`: the signing partner leaves with all that it earned. */
export default signerCommand<"partner" | "reason">(async ({ program, account, act }, options) => {
  const { name, wallet } = await findPartner(program, options.partner ?? account);
  const { transactionHash } = await act("leaveProgram", [wallet, options.reason ?? ""]);
  return {
    json: { partner: name, wallet, transaction: transactionHash },
    text: `${printable(name)} has left the program. What it earned stays its own, and is paid as it locks. \`partners return\` undoes it.`,
  };
});
