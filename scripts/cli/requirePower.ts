import { POWERS, type PowerName } from "../../core/deal/POWERS.ts";
import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";

/** The power that is named. */
export function requirePower(text: string | undefined): PowerName {
  const name = requireOption("power", text, listOf(POWERS));
  const power = POWERS.find((one) => one === name);
  if (power !== undefined) return power;
  throw new TributaryError(`There is no power "${name}".`, {
    allowed: `${listOf(POWERS)}${didYouMean(name, POWERS)}`,
  });
}
