import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { TributaryError } from "../../../core/TributaryError.ts";
import { STORE_CHANGES, STORE_TABLES, STORE_VERSION } from "./storeTables.ts";

/** Opens the endpoint's store, or begins it, for its owner's eyes only. What is committed outlives a crash. */
export function openStore(path: string): DatabaseSync {
  const store = openDatabase(path);
  try {
    create(store);
    const found = versionOf(store);
    if (found === STORE_VERSION) return store;
    throw new TributaryError(`${path} is no store of this version of Tributary.`, {
      found: `layout ${found}`,
      allowed: `layout ${STORE_VERSION}`,
      todo: "Give the file that `sales webhook --store` wrote, or another path for a new one.",
    });
  } catch (error) {
    store.close();
    throw error;
  }
}

function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // It holds customers' ids.
    closeSync(openSync(path, "a", 0o600));
    const store = new DatabaseSync(path, { timeout: 10_000 });
    store.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    return store;
  } catch (error) {
    throw new TributaryError(`The store ${path} cannot be opened.`, {
      found: error instanceof Error ? error.message : String(error),
      todo: "Give a file that can be written, with --store.",
    });
  }
}

/** All or nothing, once: two processes may open a new store together. */
function create(store: DatabaseSync): void {
  store.exec("BEGIN IMMEDIATE");
  const { count } = store.prepare("SELECT count(*) AS count FROM sqlite_schema").get() ?? {};
  if (count === 0) store.exec(`${STORE_TABLES}; PRAGMA user_version = ${STORE_VERSION}`);
  if (versionOf(store) === STORE_VERSION - 1)
    store.exec(`${STORE_CHANGES}; PRAGMA user_version = ${STORE_VERSION}`);
  store.exec("COMMIT");
}

function versionOf(store: DatabaseSync): number {
  return Number(store.prepare("PRAGMA user_version").get()?.user_version);
}
