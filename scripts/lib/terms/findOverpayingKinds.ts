import { formatPercentage } from "../text/formatPercentage.ts";
import type { Terms } from "./ParsedTerms.ts";
import type { TermsMistake } from "./TermsMistake.ts";
import { type Contribution, worstCase } from "./worstCase.ts";

/** A mistake for each kind of sale that could pay out more than the ceiling, with what adds up to it. */
export function findOverpayingKinds(terms: Terms): TermsMistake[] {
  return worstCase(terms)
    .filter(({ ppm }) => ppm > terms.ceiling)
    .map(({ kind, ppm, contributions }) => ({
      path: "ceiling",
      found: `that a sale of the kind "${kind}" could pay out ${formatPercentage(ppm)}: ${contributions.map(show).join(" + ")}`,
      allowed: `at most ${formatPercentage(terms.ceiling)}: lower the rates, give roles a lower ceiling, or raise this one up to "100%"`,
    }));
}

function show({ name, ppm, net }: Contribution): string {
  return `${name} ${formatPercentage(ppm)}${net ? " of what is left" : ""}`;
}
