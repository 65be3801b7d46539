import { DatabaseSync } from "node:sqlite";

export interface Lock {
  release(): void;
}

/**
 * Makes a store this process's alone; undefined where another process has it. The lock is the operating system's, on a file
 * beside the store, so that it ends with the process, however that ends.
 */
export function tryToLock(store: string): Lock | undefined {
  const database = new DatabaseSync(`${store}.lock`, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
}
