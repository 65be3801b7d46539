import { printable } from "../../../core/text/printable.ts";
import type { AmendmentDocument } from "./amendmentToJson.ts";

/** An amendment that waits, a line each for people. */
export function describeAmendment({
  termsHash,
  from,
  uri,
  changes,
  consents,
}: AmendmentDocument): string[] {
  const condition = consents.length > 0 ? " if every holder below consents before" : "";
  return [
    `Amendment ${termsHash}, in force from ${from} on${condition}.`,
    ...(uri === "" ? [] : [`It can be read at ${printable(uri)}.`]),
    ...changes.map(
      ({ path, before, after }) =>
        `  ${printable(path)}: ${printable(before ?? "nothing")} → ${printable(after ?? "nothing")}`,
    ),
    ...consents.map(
      ({ line, holder, given }) =>
        `  ${printable(line)} of ${holder}: ${given ? "has consented" : "has not consented yet"}`,
    ),
  ];
}
