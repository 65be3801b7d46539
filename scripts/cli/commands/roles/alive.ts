import { signerCommand } from "../../signerCommand.ts";

/** `roles alive`: the operator shows that it is there. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("alive", []);
  return {
    json: { transaction: transactionHash },
    text: "The operator is there: what a silent one could be replaced by begins anew.",
  };
});
