import { planSignerCommand } from "../../planCommand.ts";

/** `equity unsign`: makes void what the signing wallet has signed for this plan and nobody has posted. */
export default planSignerCommand(async ({ account, act }) => {
  const { transactionHash } = await act("useNonce", []);
  return {
    json: { signer: account, transaction: transactionHash },
    text: `What ${account} signed with its next nonce is void.`,
  };
});
