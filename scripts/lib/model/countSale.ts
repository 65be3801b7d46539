import { creditsIn } from "./creditsIn.ts";
import type { Books, PostedSale } from "./openBooks.ts";

/** Counts a sale once for each partner that played a part in it, or takes it back. */
export function countSale(
  books: Books,
  { lines, currency, period }: PostedSale,
  change: 1 | -1,
): void {
  const { graduations, milestones, roles } = books.terms;
  if (graduations.length + milestones.length === 0) return;
  const played = lines.filter(({ role, isPool }) => !isPool && roles[role]?.of !== "referral");
  const partners = new Set(played.map(({ partner }) => partner));
  for (const partner of partners) creditsIn(books, partner, currency, period).sales += change;
}
