import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { potIn } from "./potIn.ts";
import { SpecError } from "./SpecError.ts";

/** Pays a milestone that was reached when the reserve did not cover it. Returns the amount. */
export function payMilestone(books: Books, partner: string, milestone: number): bigint {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("unknownPartner", partner, "an enrolled partner");
  const due = record.due.get(milestone);
  if (due === undefined) throw new SpecError("nothingWaits", `${milestone}`, "one that is owed");
  const { funded } = potIn(books, due.currency);
  if (due.end > funded) throw new SpecError("reserveTooSmall", `${funded}`, `${due.end}`);
  record.due.delete(milestone);
  accountIn(books, partner, due.currency).settled += due.amount;
  return due.amount;
}
