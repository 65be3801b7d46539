import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly reason: string | undefined;
}

/** `partners leave`: the signing partner leaves with all that it earned. */
export default command<Arguments>(async (chain, options) => {
  const { program, account, act } = await openSigner(chain, options);
  const { transactionHash } = await act("leaveProgram", [options.reason ?? ""]);
  return {
    json: { program: program.address, wallet: account, transaction: transactionHash },
    text: `${account} has left the program. What it earned stays its own, and is paid as it locks.`,
  };
});
