import { REFERRED, RESIDUAL_RATE, type Terms } from "../deal/Terms.ts";
import type { BookedSale } from "./openBooks.ts";

/** The partners for whom a sale counts: those who played a part in it, where it counts at all. */
export function countedPartners(
  { roles }: Pick<Terms, "roles">,
  { lines, counts }: Pick<BookedSale, "lines" | "counts">,
): ReadonlySet<string> {
  if (!counts) return new Set();
  const played = lines.filter(
    ({ role, rate, isPool }) =>
      !isPool && (rate === RESIDUAL_RATE || roles[role]?.stage !== REFERRED),
  );
  return new Set(played.map(({ partner }) => partner));
}
