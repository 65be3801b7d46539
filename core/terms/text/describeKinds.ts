import { joinWords } from "../../text/joinWords.ts";
import { printableName } from "../../text/printableName.ts";

/** “each sale”, or the kinds by name: “initial and renewal sales”. */
export function describeKinds(all: readonly string[], chosen: readonly number[]): string {
  if (chosen.length === all.length) return "each sale";
  const names = chosen.map((kind) => printableName(all[kind] ?? `kind ${kind}`));
  return `each sale of the kind${names.length === 1 ? "" : "s"} ${joinWords(names)}`;
}
