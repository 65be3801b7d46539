import { printable } from "../../../../core/text/printable.ts";
import { requireParty } from "../../requireParty.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners cancel-recovery`: takes back a recovery address that is not in force yet. */
export default signerCommand<"partner">(async ({ program, act }, options) => {
  const { name, wallet } = await requireParty(program, options);
  const { transactionHash } = await act("cancelRecovery", [wallet]);
  return {
    json: { partner: name, transaction: transactionHash },
    text: `The proposed recovery address of ${printable(name)} is taken back.`,
  };
});
