import { POWERS, WAYS, type WayName } from "../../core/deal/POWERS.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import { readPowers } from "../chain/powers/readPowers.ts";
import { requireAddress } from "./requireAddress.ts";
import { requirePower } from "./requirePower.ts";
import { signerCommand } from "./signerCommand.ts";

/** The action of a task that proposes who is to have a power next, in one of the ways. */
export function proposeCommand<Flag extends string = never>(
  wayOf: (options: Readonly<Record<Flag, boolean>>) => WayName,
) {
  return signerCommand<"power" | "to", Flag>(async ({ program, act }, options) => {
    const power = requirePower(options.power);
    const to = requireAddress("to", options.to);
    const way = wayOf(options);
    const args = [POWERS.indexOf(power), WAYS.indexOf(way), to] as const;
    const { transactionHash } = await act("proposePower", args);
    const state = (await readPowers(program)).find((one) => one.power === power);
    const from = state?.proposals.find((one) => one.way === way)?.from;
    return {
      json: { power, way, to, acceptFrom: from ?? null, transaction: transactionHash },
      text:
        from === undefined
          ? `${to} is proposed as ${power}; the second of the two has yet to run the same command.`
          : `${to} is proposed as ${power}. It takes the power with \`roles accept --power ${power} --from ${to}\` on ${formatIsoTime(from)} or later.`,
    };
  });
}
