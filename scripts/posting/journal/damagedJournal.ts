import { TributaryError } from "../../../core/TributaryError.ts";

/** What to do about a damaged journal. */
export const MEND_JOURNAL =
  "Put a copy of it in its place. Without one, wait until the account has no transaction under way, move the file away together with those beside it that end in -wal and -shm, and run this again: the chain tells what is posted, and nothing is posted twice.";

/** A journal that does not say what was written into it. */
export function damagedJournal(path: string, found: string): TributaryError {
  return new TributaryError(`The journal ${path} is damaged.`, { found, todo: MEND_JOURNAL });
}
