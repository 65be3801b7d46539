import { type Change, changesBetween } from "../lib/amendments/changesBetween.ts";
import { readAmendment, type WaitingAmendment } from "../lib/amendments/readAmendment.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { termsToJson } from "../lib/terms/termsToJson.ts";
import { formatTime } from "../lib/text/formatTime.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly json: boolean;
}

/** `terms show-amendment`: the amendment that waits, and what it changes. */
export default command<Arguments>(async (chain, options) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const amendment = await readAmendment(program);
  if (amendment === undefined) {
    return {
      json: { program: program.address, amendment: null },
      text: "No amendment waits: the terms stay as they are.",
    };
  }
  const { terms, ...rest } = amendment;
  const proposed = termsToJson({ ...program, terms });
  const changes = changesBetween(termsToJson(program), proposed);
  return {
    json: { program: program.address, amendment: { ...rest, changes, terms: proposed } },
    text: inWords(amendment, changes).join("\n"),
  };
});

function inWords(
  { termsHash, from, uri, consents }: WaitingAmendment,
  changes: readonly Change[],
): string[] {
  return [
    `Amendment ${termsHash}, in force from ${formatTime(from)} on${consents.length > 0 ? " if every holder below consents before" : ""}.`,
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
