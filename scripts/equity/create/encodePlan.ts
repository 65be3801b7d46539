import { type Address, zeroAddress } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { Time } from "../../../core/deal/Terms.ts";
import type { PlanSettings } from "../../../core/equity/PlanSettings.ts";
import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import type { Plan } from "../PlanFile.ts";

const DAY = 86_400;

/** What creation decides where the plan file leaves it open. */
interface Place {
  /** Operator, arbiter and treasury where the file names none. */
  readonly account: Address;
  /** The start where the file names none. */
  readonly time: Time;
  /** Tokens by their symbols. */
  readonly tokens: ReadonlyMap<string, Address>;
}

/** A plan's settings as the factory takes them; refused where it would refuse them. */
export function encodePlan(
  file: string,
  plan: Plan,
  { account, time, tokens }: Place,
): PlanSettings {
  const mistakes = mistakesIn(plan);
  if (mistakes.length > 0) throw new JsonFileError(file, mistakes);
  const { terms, powers, multiple } = plan;
  return {
    name: plan.name,
    operator: powers.operator ?? account,
    arbiter: powers.arbiter ?? account,
    guardian: powers.guardian ?? zeroAddress,
    treasury: powers.treasury ?? account,
    taxAccount: powers.taxAccount ?? zeroAddress,
    ...{ authorised: terms.authorised, restToTreasury: terms.restToTreasury },
    ...{ restClass: terms.restClass, flow: terms.flow, hurdles: terms.hurdles },
    currencies: plan.currencies.map(({ symbol }) =>
      symbol === "ETH" ? ETHER : (tokens.get(symbol) ?? zeroAddress),
    ),
    ...{ resignLoss: terms.resignLoss, causeLoss: terms.causeLoss },
    ...{ window: terms.window, notice: plan.notice, pauseLimit: terms.pauseLimit },
    // Without a multiple there is no price to call units at.
    ...{ callWindow: multiple === 0 ? 0 : plan.callWindow, multiple },
    ...{ start: plan.starts ?? time, period: plan.period, handover: plan.handover },
    ...{ move: plan.move, silence: plan.silence },
  };
}

/** What a simulation does not care about. */
function mistakesIn({ notice, period, handover, multiple, terms }: Plan): JsonMistake[] {
  const short = Object.entries({ notice, period, handover }).filter(([, span]) => span < DAY);
  return [
    ...short.map(([path, span]) => ({ path, found: `${span} s`, allowed: "a day at least" })),
    ...(terms.flow && multiple > 0
      ? [{ path: "multiple", found: "one beside `flow`", allowed: "one of the two" }]
      : []),
  ];
}
