import { zeroAddress } from "viem";
import { WAYS, type WayName } from "../../../../core/deal/POWERS.ts";
import { PLAN_POWERS, type PlanPowerName } from "../../../../core/equity/PLAN_POWERS.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { didYouMean } from "../../../../core/text/didYouMean.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import type { PlanSigner } from "../../../equity/chain/openPlanSigner.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import type { Output } from "../../Output.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireAddress } from "../../requireAddress.ts";

type Text = "power" | "way" | "to";
type Flag = "accept" | "cancel";

/** `equity power`: proposes who is to have a power of a plan next, accepts it, or takes it back. */
export default planSignerCommand<Text, Flag>(async (signer, options) => {
  const name = requirePlanPower(options.power);
  const { accept, cancel } = options;
  if (accept && cancel) {
    throw new TributaryError("The options --accept and --cancel exclude each other.", {
      todo: "Leave one of them out.",
    });
  }
  if (!accept && !cancel) return propose(signer, name, options);
  const way = options.way === undefined ? await onlyWay(signer, name) : requireWay(options.way);
  const args = [PLAN_POWERS.indexOf(name), WAYS.indexOf(way)] as const;
  const { transactionHash } = await signer.act(accept ? "acceptPower" : "cancelPower", args);
  const { holder } = await stateOf(signer, name);
  return {
    json: { power: name, way, holder, accepted: accept, transaction: transactionHash },
    text: accept
      ? `${holder} is the plan's ${name} from now on.`
      : `Nobody is proposed for the power of the ${name} by ${way} any more.`,
  };
});

async function propose(
  signer: PlanSigner,
  power: PlanPowerName,
  options: CommandOptions<Text>,
): Promise<Output> {
  const to = requireAddress("to", options.to);
  const way = requireWay(options.way ?? "hand-over");
  const args = [PLAN_POWERS.indexOf(power), WAYS.indexOf(way), to] as const;
  const { transactionHash } = await signer.act("proposePower", args);
  const { proposals } = await stateOf(signer, power);
  const from = proposals[WAYS.indexOf(way)]?.from ?? 0;
  return {
    json: { power, way, to, acceptFrom: from === 0 ? null : from, transaction: transactionHash },
    text:
      from === 0
        ? `${to} is proposed as ${power}; the second of the two has yet to run the same command.`
        : `${to} is proposed as ${power}. It takes the power with \`equity power --accept --from ${to}\` on ${formatIsoTime(from)} or later.`,
  };
}

function stateOf({ plan }: PlanSigner, power: PlanPowerName) {
  return readPlanNow(plan, "powerState", [PLAN_POWERS.indexOf(power)]);
}

/** The one in which somebody is proposed. */
async function onlyWay(signer: PlanSigner, power: PlanPowerName): Promise<WayName> {
  const { proposals } = await stateOf(signer, power);
  const waiting = WAYS.filter((_, way) => (proposals[way]?.to ?? zeroAddress) !== zeroAddress);
  const [only, ...others] = waiting;
  if (only !== undefined && others.length === 0) return only;
  throw new TributaryError(
    only === undefined
      ? `Nothing waits for the power of the ${power}.`
      : `Several proposals wait for the power of the ${power}.`,
    {
      todo: only === undefined ? "Propose somebody first: --to 0x…" : "Name one with --way.",
    },
  );
}

function requirePlanPower(text: string | undefined): PlanPowerName {
  const name = requireOption("power", text, listOf(PLAN_POWERS));
  const power = PLAN_POWERS.find((one) => one === name);
  if (power !== undefined) return power;
  throw new TributaryError(`A plan has no power "${name}".`, {
    allowed: `${listOf(PLAN_POWERS)}${didYouMean(name, PLAN_POWERS)}`,
  });
}

function requireWay(text: string): WayName {
  const way = WAYS.find((one) => one === text);
  if (way !== undefined) return way;
  throw new TributaryError(`"${text}" is no way of passing a power on.`, { allowed: listOf(WAYS) });
}
