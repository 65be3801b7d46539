import { signerCommand } from "../../signerCommand.ts";

/** `partners accept`: the signing partner accepts the terms in force, as they were read here. */
export default signerCommand(async ({ program, account, act }) => {
  const { termsHash } = program;
  const { transactionHash } = await act("accept", [termsHash]);
  return {
    json: { wallet: account, termsHash, transaction: transactionHash },
    text: `${account} accepts the terms ${termsHash}.`,
  };
});
