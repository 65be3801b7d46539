import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

/** `partners accept`: the signing partner accepts the terms in force, as they were read here. */
export default command<SignerOptions>(async (chain, options) => {
  const { program, account, act } = await openSigner(chain, options);
  const { address, termsHash } = program;
  const { transactionHash } = await act("accept", [termsHash]);
  return {
    json: { program: address, wallet: account, termsHash, transaction: transactionHash },
    text: `${account} accepts the terms ${termsHash}.`,
  };
});
