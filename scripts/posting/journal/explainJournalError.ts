import { explainStoreError } from "../../files/store/explainStoreError.ts";
import { MEND_JOURNAL } from "./damagedJournal.ts";

/** What is the matter with a journal, in words, where that is what an error is about. */
export function explainJournalError(error: unknown, path: string): unknown {
  return explainStoreError(error, path, { name: "journal", mend: MEND_JOURNAL });
}
