import { signerCommand } from "../../signerCommand.ts";

/** `roles suspend`: the guardian suspends the arbiter for as long as a period. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("suspendArbiter", []);
  return {
    json: { transaction: transactionHash },
    text: "The arbiter decides nothing for as long as a period.",
  };
});
