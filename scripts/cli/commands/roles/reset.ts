import { signerCommand } from "../../signerCommand.ts";

/** `roles reset`: the guardian gives a new attributor the limits of the running period anew. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("resetLimits", []);
  return {
    json: { transaction: transactionHash },
    text: "The running period has its limits of posting and refunds anew.",
  };
});
