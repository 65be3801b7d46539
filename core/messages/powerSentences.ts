import { POWERS } from "../deal/POWERS.ts";
import { formatIsoTime } from "../text/formatIsoTime.ts";
import type { Tell } from "./Sentence.ts";

/** What is refused for want of a power. */
export const POWER_SENTENCES = {
  Program_AlreadyReset: (period) => [
    `The limits of period ${period} were reset before.`,
    "They begin anew with the next period; until then the operator can refund beyond its limit.",
  ],
  Program_PowerMissing: (caller, power) => [
    `${caller} may not do this: it is not the program's ${POWERS[Number(power)] ?? power}.`,
    "Sign with the account that is (`--from` names it; `--safe` or `--calldata` hand out what a contract is to do), or have the power passed on: `docs/roles.md` tells by whom.",
  ],
  Program_Suspended: (until) => [
    `The guardian has suspended the arbiter until ${formatIsoTime(until as bigint)}.`,
    "It decides again from then on; disputes whose deadline is over before stand.",
  ],
} satisfies Record<string, Tell>;
