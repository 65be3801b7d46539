import { NEVER, type ParsedLine } from "./ParsedTerms.ts";
import type { TermsReader } from "./TermsReader.ts";

const MOST_WALKED = 32;
const MOST_CLAUSES = 255;

/** Lines with a limit or a guarantee are settled together, so that a program can only have so many. */
export function checkClauses(reader: TermsReader, standing: readonly ParsedLine[]): void {
  const clauses = standing.map((line) => line.clauses);
  const walked = clauses.filter(
    ({ capPer, thresholdPer, fee, minimum }) =>
      capPer !== NEVER || thresholdPer !== NEVER || fee > 0n || minimum > 0n,
  );
  const bought = clauses.filter(({ buyout }) => buyout > 0);
  const all = new Set([...walked, ...bought]);
  if (walked.length > MOST_WALKED) {
    reader.note(
      "standing",
      `${walked.length} lines with a \`cap\`, a \`threshold\`, a \`fee\` or a \`minimum\``,
      `at most ${MOST_WALKED} such lines: give one to a program or a splitter of their own`,
    );
  }
  if (all.size > MOST_CLAUSES) {
    reader.note(
      "standing",
      `${all.size} lines with a limit, a guarantee or a \`buyout\``,
      `at most ${MOST_CLAUSES} such lines`,
    );
  }
}
