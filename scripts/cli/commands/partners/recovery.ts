import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAddress } from "../../requireAddress.ts";
import { requireParty } from "../../requireParty.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners recovery`: names who may move a partner's wallet where its key is lost or stolen. */
export default signerCommand<"partner" | "address">(async ({ program, act }, options) => {
  const { name, wallet } = await requireParty(program, options);
  const recovery = requireAddress("address", options.address);
  const { transactionHash } = await act("setRecovery", [wallet, recovery]);
  const { recoveryAt } = await readProgram(program, "payoutOf", [wallet]);
  return {
    json: { partner: name, recovery, recoversAt: recoveryAt, transaction: transactionHash },
    text: `${recovery} may move the wallet of ${printable(name)} and cancel such moves, from ${formatIsoTime(recoveryAt)} on. Until then \`partners cancel-recovery\` takes it back.`,
  };
});
