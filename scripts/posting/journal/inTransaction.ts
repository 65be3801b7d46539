import type { DatabaseSync } from "node:sqlite";

/** All of it or nothing; on the disk when it returns. */
export function together<Result>(database: DatabaseSync, write: () => Result): Result {
  return within(database, "BEGIN IMMEDIATE", write);
}

/** All of it as of one moment: another process may write meanwhile. */
export function atOnce<Result>(database: DatabaseSync, read: () => Result): Result {
  return within(database, "BEGIN", read);
}

function within<Result>(database: DatabaseSync, begin: string, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec(begin);
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk has ended it already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
