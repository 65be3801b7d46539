import { POWERS, WAYS } from "../../../../core/deal/POWERS.ts";
import { requirePower } from "../../requirePower.ts";
import { requireProposal } from "../../requireProposal.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `roles accept`: takes a power that was proposed to the signing account. */
export default signerCommand<"power" | "way">(async ({ program, account, act }, options) => {
  const power = requirePower(options.power);
  const { way } = await requireProposal(program, power, options.way, ({ to }) => to === account);
  const args = [POWERS.indexOf(power), WAYS.indexOf(way)] as const;
  const { transactionHash } = await act("acceptPower", args);
  return {
    json: { power, holder: account, transaction: transactionHash },
    text: `${account} is the ${power} now.`,
  };
});
