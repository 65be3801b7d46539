import { isConditional } from "../deal/isConditional.ts";
import type { ParsedLine } from "./ParsedTerms.ts";
import type { TermsReader } from "./TermsReader.ts";

const MOST_CONDITIONAL = 32;
const MOST_CLAUSES = 255;

/** Lines with a limit or a guarantee are settled together, so that a program can only have so many. */
export function checkClauses(reader: TermsReader, standing: readonly ParsedLine[]): void {
  const conditional = standing.filter(isConditional);
  const bought = standing.filter(({ clauses }) => clauses.buyout > 0);
  const all = new Set([...conditional, ...bought]);
  if (conditional.length > MOST_CONDITIONAL) {
    reader.note(
      "standing",
      `${conditional.length} lines with a \`cap\`, a \`threshold\`, a \`fee\` or a \`minimum\``,
      `at most ${MOST_CONDITIONAL} such lines: give one to a program or a splitter of their own`,
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
