import { REFERRED } from "../deal/Terms.ts";
import type { Books, PostedSale } from "./openBooks.ts";

/** The partners for whom a sale counts: those who played a part in it, where the terms count at all. */
export function countedPartners({ terms }: Books, { lines }: PostedSale): ReadonlySet<string> {
  const { graduations, milestones, roles } = terms;
  if (graduations.length + milestones.length === 0) return new Set();
  const played = lines.filter(({ role, isPool }) => !isPool && roles[role]?.stage !== REFERRED);
  return new Set(played.map(({ partner }) => partner));
}
