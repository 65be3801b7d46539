import { signerCommand } from "../../signerCommand.ts";

/** `partners leave`: the signing partner leaves with all that it earned. */
export default signerCommand<"reason">(async ({ account, act }, options) => {
  const { transactionHash } = await act("leaveProgram", [options.reason ?? ""]);
  return {
    json: { wallet: account, transaction: transactionHash },
    text: `${account} has left the program. What it earned stays its own, and is paid as it locks.`,
  };
});
