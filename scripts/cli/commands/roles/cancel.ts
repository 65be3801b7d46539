import { POWERS, WAYS } from "../../../../core/deal/POWERS.ts";
import { requirePower } from "../../requirePower.ts";
import { requireProposal } from "../../requireProposal.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `roles cancel`: takes back who was proposed for a power. */
export default signerCommand<"power" | "way">(async ({ program, act }, options) => {
  const power = requirePower(options.power);
  const { way, to } = await requireProposal(program, power, options.way, () => true);
  const args = [POWERS.indexOf(power), WAYS.indexOf(way)] as const;
  const { transactionHash } = await act("cancelPower", args);
  return {
    json: { power, way, to, transaction: transactionHash },
    text: `${to} is no longer proposed as ${power}.`,
  };
});
