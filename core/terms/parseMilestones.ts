import type { Terms } from "../deal/Terms.ts";
import type { MilestoneOfFile, TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** What partners are paid once for; thresholds in sales are whole numbers. */
export function parseMilestones(
  reader: TermsReader,
  { milestones = [] }: TermsFile,
): Terms["milestones"] {
  const seen = new Set<string>();
  return milestones.map((milestone, index) => {
    const path = `milestones[${index}]`;
    const { name, measure, pays } = milestone;
    if (seen.has(name)) {
      reader.note(`${path}.name`, `"${name}", which is named twice`, "each name once");
    }
    seen.add(name);
    return {
      name,
      bySales: measure === "sales",
      threshold: parseThreshold(reader, `${path}.reaches`, milestone),
      pays: reader.amount(`${path}.pays`, pays),
    };
  });
}

function parseThreshold(
  reader: TermsReader,
  path: string,
  { measure, reaches }: MilestoneOfFile,
): bigint {
  if (measure === "earned") return reader.amount(path, reaches);
  if (/^0*[1-9]\d*$/.test(reaches)) return BigInt(reaches);
  reader.note(path, `"${reaches}"`, "a whole number of sales, 1 at least");
  return 1n;
}
