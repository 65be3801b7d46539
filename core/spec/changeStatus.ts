import type { Books, PartnerRecord } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Makes a partner active, suspended or left: only an active partner counts and can be credited. */
export function changeStatus(books: Books, partner: string, status: PartnerRecord["status"]): void {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  const before = record.status === "active" ? 1 : 0;
  books.activePartners += (status === "active" ? 1 : 0) - before;
  record.status = status;
}
