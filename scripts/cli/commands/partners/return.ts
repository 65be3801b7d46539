import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners return`: the signing partner undoes that it left, or that somebody with its key did. */
export default signerCommand<"partner" | "reason">(async ({ program, account, act }, options) => {
  const { name, wallet } = await findPartner(program, options.partner ?? account);
  const { transactionHash } = await act("returnToProgram", [wallet, options.reason ?? ""]);
  return {
    json: { partner: name, wallet, transaction: transactionHash },
    text: `${printable(name)} is back, active or suspended as it was when it left.`,
  };
});
