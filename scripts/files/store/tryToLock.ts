import { DatabaseSync } from "node:sqlite";
import { explainStoreError } from "./explainStoreError.ts";

const LOCK = {
  name: "lock",
  mend: "Remove this file while no other run is at work; it keeps nothing. Then run this again.",
};

export interface Lock {
  release(): void;
}

/**
 * Makes a store this process's alone; undefined where another process has it. The lock is the operating system's, on a file
 * beside the store, so that it ends with the process, however that ends.
 * @param name What the store is called where it cannot be opened, such as "journal".
 */
export function tryToLock(store: string, name: string): Lock | undefined {
  const database = open(store, name);
  try {
    database.exec("BEGIN EXCLUSIVE");
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw explainStoreError(error, `${store}.lock`, LOCK);
  }
}

/** Where no file can be made beside the store, none can be made of it. */
function open(store: string, name: string): DatabaseSync {
  try {
    return new DatabaseSync(`${store}.lock`, { timeout: 0 });
  } catch (error) {
    throw explainStoreError(error, store, { ...LOCK, name });
  }
}
