import { signerCommand } from "../../signerCommand.ts";

/** `terms withdraw`: the operator takes back an amendment that is not in force. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("withdrawAmendment", []);
  return {
    json: { transaction: transactionHash },
    text: "The amendment is withdrawn: the terms stay as they are.",
  };
});
