import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

/** `terms withdraw`: the operator takes back an amendment that is not in force. */
export default command<SignerOptions>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { transactionHash } = await act("withdrawAmendment", []);
  return {
    json: { program: program.address, transaction: transactionHash },
    text: "The amendment is withdrawn: the terms stay as they are.",
  };
});
