import { nameOfId } from "../../../core/ids/nameOfId.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { duplicatesIn } from "../../../core/ledger/duplicatesIn.ts";
import type { Duplicate } from "../../../core/ledger/findDuplicates.ts";
import { splitPlace } from "../../../core/ledger/salePlace.ts";

/** A sale that has the id of one that stands before it. */
export interface ToldDuplicate {
  readonly sale: string;
  /** Batch and place of the one that stands, and of the other. */
  readonly standing: readonly [batch: number, place: number];
  readonly duplicate: readonly [batch: number, place: number];
  /** What `voidDuplicate` would do, or why it would do nothing. */
  readonly remedy: Duplicate["remedy"];
}

/** The sales of a program that were posted twice and stand twice. */
export function tellDuplicates(books: Books, now: number): ToldDuplicate[] {
  return duplicatesIn(books, now).map(({ standing, duplicate, remedy }) => ({
    sale: nameOfId(standing.id),
    standing: pairOf(standing.at),
    duplicate: pairOf(duplicate.at),
    remedy,
  }));
}

function pairOf(at: number): readonly [number, number] {
  const { batch, place } = splitPlace(at);
  return [batch, place];
}
