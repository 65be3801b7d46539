import { type Amounts, amountOf } from "../deal/amountOf.ts";
import type { Terms } from "../deal/Terms.ts";
import type { AmountsOfFile, MilestoneOfFile, TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

type Milestone = Terms["milestones"][number];

const MOST_SALES = 2 ** 32 - 1;

/** What partners are paid once for; thresholds in sales are whole numbers. */
export function parseMilestones(
  reader: TermsReader,
  { milestones = [] }: TermsFile,
): Terms["milestones"] {
  const seen = new Set<string>();
  return milestones.map((milestone, index) => {
    const path = `milestones[${index}]`;
    const { name, pays } = milestone;
    if (seen.has(name)) {
      reader.note(`${path}.name`, `"${name}", which is named twice`, "each name once");
    }
    seen.add(name);
    const paid = reader.amounts(`${path}.pays`, pays);
    return { name, ...parseGoal(reader, `${path}.reaches`, milestone, paid), pays: paid };
  });
}

/** A number of sales, or an amount in each currency that the milestone pays in. */
function parseGoal(
  reader: TermsReader,
  path: string,
  { measure, reaches }: MilestoneOfFile,
  pays: Amounts,
): Pick<Milestone, "sales" | "earned"> {
  if (measure === "sales") return { sales: parseCount(reader, path, reaches), earned: [] };
  const earned = reader.amounts(path, reaches);
  const isBoth = earned.every((amount, index) => amount > 0n === amountOf(pays, index) > 0n);
  if (!isBoth) reader.note(path, JSON.stringify(reaches), "the currencies that `pays` names");
  return { sales: 0, earned };
}

function parseCount(reader: TermsReader, path: string, reaches: AmountsOfFile): number {
  const count = typeof reaches === "string" && /^\d+$/.test(reaches) ? Number(reaches) : 0;
  if (count >= 1 && count <= MOST_SALES) return count;
  reader.note(path, JSON.stringify(reaches), `a whole number of sales, from 1 to ${MOST_SALES}`);
  return 1;
}
