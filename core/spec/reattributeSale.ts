import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { openDispute } from "./openDispute.ts";
import { SpecError } from "./SpecError.ts";
import { standSale } from "./standSale.ts";

/** Gives the lines of a disputed sale to other partners, one each, at the amounts they have. */
export function reattributeSale(
  books: Books,
  { sale: key, partners }: { readonly sale: string; readonly partners: readonly string[] },
  time: Time,
): void {
  const sale = openDispute(books, key, time);
  if (partners.length !== sale.lines.length) {
    throw new SpecError("linesMismatch", `${partners.length}`, `${sale.lines.length}`);
  }
  const lines = sale.lines.map((line, index) => {
    const partner = partners[index] ?? "";
    const record = books.partners.get(partner);
    if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
    if (record.status !== "active") {
      throw new SpecError("partnerNotActive", partner, "an active partner");
    }
    return { ...line, partner, isPool: false };
  });
  sale.lines = lines;
  sale.reattributed = true;
  standSale(books, sale, "reattributed", time);
}
