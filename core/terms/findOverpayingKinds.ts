import type { Base, Contribution } from "../deal/stageWorst.ts";
import type { Terms } from "../deal/Terms.ts";
import { type WorstCase, worstCase } from "../deal/worstCase.ts";
import type { JsonMistake } from "../json/JsonMistake.ts";
import { ceilDiv } from "../money/ceilDiv.ts";
import { WHOLE } from "../money/ppm.ts";
import { formatPercentage } from "../text/formatPercentage.ts";

const OF: Readonly<Record<Base, string>> = {
  sale: "",
  rest: " of what is left",
  lines: " of the roles' lines",
};

/** A mistake for each kind of sale that could pay out more than the ceiling, with what adds up to it. */
export function findOverpayingKinds(terms: Terms): JsonMistake[] {
  return worstCase(terms)
    .filter(({ ppm, ceiling }) => ppm > ceiling)
    .map(toMistake);
}

function toMistake({ kind, ppm, ceiling, isOutcome, contributions }: WorstCase): JsonMistake {
  const what = isOutcome ? "an outcome" : "a sale";
  return {
    path: isOutcome ? `outcomes.${kind}` : "ceiling",
    found: `that ${what} of the kind "${kind}" could pay out ${formatPercentage(ppm)}: ${contributions.map(show).join(" + ")}`,
    allowed: `at most ${formatPercentage(ceiling)}: lower the rates${isOutcome ? " or give roles a lower ceiling" : ', give roles a lower ceiling, or raise this one up to "100%"'}`,
  };
}

function show({ name, exact, of }: Contribution): string {
  return `${name} ${formatPercentage(Number(ceilDiv(exact, WHOLE)))}${OF[of]}`;
}
