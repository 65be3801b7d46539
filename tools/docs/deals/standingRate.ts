import type { StandingLineOfFile } from "../../../core/terms/TermsFile.ts";
import { percent } from "./percent.ts";

/** What a standing line earns, in a few words. */
export function standingRate(line: StandingLineOfFile): string {
  const { rate, tenure = [], kinds = ["*"], cap, threshold, fee, minimum } = line;
  const of = kinds.includes("*") ? "all revenue" : kinds.join(" and ");
  return [
    `${rate === undefined ? tenure.map(percent).join(", ") : percent(rate)} of ${of}`,
    ...(tenure.length > 0 ? ["year by year"] : []),
    ...(threshold === undefined ? [] : [`above ${threshold.amount}${spanOf(threshold.per)}`]),
    ...(cap === undefined ? [] : [`at most ${cap.amount}${spanOf(cap.per)}`]),
    ...(fee === undefined ? [] : [`and a fee of ${fee}`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
  ].join(", ");
}

function spanOf(per: "year" | "lifetime" | undefined): string {
  return per === "year" ? " a year" : " in all";
}
