import { DatabaseSync } from "node:sqlite";
import { TributaryError } from "../../../core/TributaryError.ts";

export interface Lock {
  release(): void;
}

/**
 * Makes a store this process's alone; undefined where another process has it. The lock is the operating system's, on a file
 * beside the store, so that it ends with the process, however that ends.
 */
export function tryToLock(store: string): Lock | undefined {
  const database = open(store);
  try {
    database.exec("BEGIN EXCLUSIVE");
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
}

function open(store: string): DatabaseSync {
  try {
    return new DatabaseSync(`${store}.lock`, { timeout: 0 });
  } catch (error) {
    throw new TributaryError(`The store ${store} cannot be opened.`, {
      found: error instanceof Error ? error.message : String(error),
      todo: "Give a file in a folder that exists and may be written to.",
    });
  }
}
