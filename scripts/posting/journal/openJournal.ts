import { DatabaseSync } from "node:sqlite";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Program } from "../../chain/openProgram.ts";
import { explainJournalError } from "./explainJournalError.ts";
import { Journal } from "./Journal.ts";
import { JOURNAL_TABLES, JOURNAL_VERSION } from "./journalTables.ts";

/** A journal that ends with the process: for chains that do so as well. */
export const IN_MEMORY = ":memory:";

/**
 * Opens a program's journal, or begins it. Whatever a method has written when it returns outlives a crash.
 * @param onGone Told where the journal is of a run of the development chain that is gone, and is begun anew. Without it such
 * a journal is refused; only who has its lock may begin it anew.
 */
export function openJournal(path: string, program: Program, onGone?: () => void): Journal {
  const database = openDatabase(path);
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    if (versionOf(database) === 0) create(database);
    if (versionOf(database) !== JOURNAL_VERSION) {
      throw new TributaryError(`The journal ${path} was written by another version of Tributary.`, {
        found: `layout ${versionOf(database)}`,
        allowed: `layout ${JOURNAL_VERSION}`,
        todo: "Finish with that version, or move the file away: the chain tells what is posted.",
      });
    }
    const journal = new Journal(database, path);
    journal.verify();
    refuseOther(journal, path, program, onGone);
    return journal;
  } catch (error) {
    database.close();
    throw explainJournalError(error, path);
  }
}

function openDatabase(path: string): DatabaseSync {
  try {
    // Another process may hold it for the time of one write.
    return new DatabaseSync(path, { timeout: 10_000 });
  } catch (error) {
    throw explainJournalError(error, path);
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version);
}

/** All or nothing, once: two processes may open a new journal together. */
function create(database: DatabaseSync): void {
  database.exec("BEGIN IMMEDIATE");
  if (versionOf(database) === 0) {
    database.exec(`${JOURNAL_TABLES}; PRAGMA user_version = ${JOURNAL_VERSION}`);
  }
  database.exec("COMMIT");
}

/** One journal is for one program on one chain, and one run of it where that forgets all when it ends. */
function refuseOther(
  journal: Journal,
  path: string,
  { chain, address }: Program,
  onGone: (() => void) | undefined,
): void {
  const place = `${address} on chain ${chain.chainId}`;
  const own = chain.instance === undefined ? place : `${place}, run ${chain.instance}`;
  const found = journal.belongsTo(own);
  if (found === own) return;
  if (onGone !== undefined && chain.instance !== undefined && found.startsWith(`${place}, run `)) {
    journal.beginAnew(own);
    onGone();
    return;
  }
  throw new TributaryError(`The journal ${path} is not of this program.`, {
    found: `a journal of ${found}`,
    allowed: own,
    todo: "Give each program its own with --journal, or leave it out.",
  });
}
