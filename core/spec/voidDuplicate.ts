import type { Time } from "../deal/Terms.ts";
import { findSale } from "./findSale.ts";
import { checkLeft, freezeSale } from "./freezeSale.ts";
import { leaveSale } from "./leaveSale.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { reverseSale } from "./reverseSale.ts";
import { SpecError } from "./SpecError.ts";
import { type SalePlace, saleKey } from "./saleKey.ts";

/** What became of a sale whose id another one had before. */
export type DuplicateOutcome =
  | { readonly state: "void"; readonly returned: bigint }
  | { readonly state: "open"; readonly frozen: readonly bigint[] };

/** Makes a sale void that has the id of one that stands before it, or freezes it for the arbiter where that one does not cover it. */
export function voidDuplicate(
  books: Books,
  places: { readonly standing: SalePlace; readonly duplicate: SalePlace },
  time: Time,
): DuplicateOutcome {
  const standing = findSale(books, saleKey(places.standing));
  const duplicate = findSale(books, saleKey(places.duplicate));
  const isBefore = standsBefore(
    { ...places.standing, payer: standing.payer },
    { ...places.duplicate, payer: duplicate.payer },
  );
  if (standing.id !== duplicate.id || !isBefore)
    throw new SpecError("notDuplicate", duplicate.id, "an id that stands before");
  const left = standing.amount - standing.refunded;
  if (left === 0n || standing.dispute?.state === "void")
    throw new SpecError("nothingLeft", standing.id, "a sale that stands");
  const covers = standing.currency === duplicate.currency && left >= duplicate.amount;
  if (covers) return { state: "void", returned: takeBack(books, duplicate, time) };
  if (duplicate.dispute !== undefined)
    throw new SpecError("alreadyDisputed", duplicate.id, "one that was never disputed");
  return { state: "open", frozen: freezeSale(books, duplicate, { disputants: [], time }) };
}

function standsBefore(
  one: SalePlace & Pick<PostedSale, "payer">,
  other: SalePlace & Pick<PostedSale, "payer">,
): boolean {
  const isPaid = one.payer !== undefined;
  if (isPaid !== (other.payer !== undefined)) return isPaid;
  return one.batch < other.batch || (one.batch === other.batch && one.place < other.place);
}

/** Whatever became of a dispute of it, but for one that gave it to others. Returns what goes back to whoever funded the sale. */
function takeBack(books: Books, sale: PostedSale, time: Time): bigint {
  if (sale.reattributed)
    throw new SpecError("alreadyDisputed", sale.id, "a sale of those who were posted");
  checkLeft(books, sale, time);
  const { returned } = reverseSale(books, sale, sale.amount - sale.refunded);
  leaveSale(books, sale, time);
  const { disputants, deadline } = sale.dispute ?? { disputants: [], deadline: undefined };
  sale.dispute = { state: "void", disputants, deadline };
  return returned;
}
