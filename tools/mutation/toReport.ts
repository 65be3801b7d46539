import { formatTable } from "../../core/text/formatTable.ts";
import { GROUPS, type Group, groupOf } from "./groupOf.ts";
import { oneLine } from "./oneLine.ts";
import type { Outcome, Result } from "./Result.ts";

/** Least share of a group's mutants that the tests must kill. */
export const BARS: Readonly<Record<Group, number>> = { accounting: 0.97, rest: 0.94 };

export interface GroupScore {
  readonly group: Group;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Of all that compile, equivalent ones included among those that live. */
  readonly raw: number;
  /** Of those that differ from the original. */
  readonly killed: number;
}

const OUTCOMES = ["killed", "timed out", "survived", "equivalent", "not compiling"] as const;

export function scoresOf(results: readonly Result[]): GroupScore[] {
  return GROUPS.map((group) => {
    const mine = results.filter(({ mutant }) => groupOf(mutant.file) === group);
    const count = (outcome: Outcome) => mine.filter((result) => result.outcome === outcome).length;
    const counts = {
      killed: count("killed"),
      "timed out": count("timed out"),
      survived: count("survived"),
      equivalent: count("equivalent"),
      "not compiling": count("not compiling"),
    };
    const dead = counts.killed + counts["timed out"];
    const differing = dead + counts.survived;
    return {
      group,
      counts,
      raw: share(dead, differing + counts.equivalent),
      killed: share(dead, differing),
    };
  });
}

/** The counts of each group, and of each file. */
export function toSummary(results: readonly Result[]): string {
  const rows = scoresOf(results).map(({ group, counts, raw, killed }) => [
    group,
    ...OUTCOMES.map((outcome) => `${counts[outcome]}`),
    percent(raw),
    percent(killed),
    percent(BARS[group]),
  ]);
  return formatTable(["group", ...OUTCOMES, "of all", "of differing", "bar"], rows, 1);
}

/** Every mutant that no test killed, with why where that is known. */
export function toMarkdown(title: string, results: readonly Result[]): string {
  const list = (outcome: Outcome) =>
    results
      .filter((result) => result.outcome === outcome)
      .map(({ mutant, reason }) => {
        const change = `\`${oneLine(mutant.original)}\` → ${mutant.replacement === "" ? "(nothing)" : `\`${oneLine(mutant.replacement)}\``}`;
        return `- ${mutant.file}:${mutant.line} ${mutant.within} (${mutant.operator}): ${change}${reason === undefined ? "" : ` – ${reason}`}`;
      });
  const section = (heading: string, lines: readonly string[]) =>
    `## ${heading}: ${lines.length}\n\n${lines.join("\n") || "None."}`;
  return [
    `# ${title}`,
    `\`\`\`\n${toSummary(results)}\n\`\`\``,
    section("Survived", list("survived")),
    section("Equivalent", list("equivalent")),
    section("Timed out", list("timed out")),
    section("Not compiling", list("not compiling")),
  ].join("\n\n");
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
