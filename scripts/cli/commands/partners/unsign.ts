import { signerCommand } from "../../signerCommand.ts";

/** `partners unsign`: makes void what the signing account has signed and nobody has used. */
export default signerCommand(async ({ account, act }) => {
  const { transactionHash } = await act("useNonce", []);
  return {
    json: { wallet: account, transaction: transactionHash },
    text: `What ${account} has signed for this program and nobody has used is void.`,
  };
});
