import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";

/** Makes a partner active or not: only an active partner counts and can be credited. */
export function changeActive(books: Books, partner: string, active: boolean): void {
  const record = books.partners.get(partner);
  if (record === undefined) throw new ModelError("unknownPartner", partner, "an enrolled partner");
  if (record.active !== active) books.activePartners += active ? 1 : -1;
  record.active = active;
}
