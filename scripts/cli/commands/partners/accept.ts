import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners accept`: the signing partner accepts the terms in force, as they were read here. */
export default signerCommand<"partner">(async ({ program, account, act }, options) => {
  const { termsHash } = program;
  const { name, wallet } = await findPartner(program, options.partner ?? account);
  const { transactionHash } = await act("accept", [wallet, termsHash]);
  return {
    json: { partner: name, wallet, termsHash, transaction: transactionHash },
    text: `${printable(name)} accepts the terms ${termsHash}.`,
  };
});
