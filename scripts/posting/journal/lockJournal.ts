import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TributaryError } from "../../../core/TributaryError.ts";
import { type Lock, tryToLock } from "../../files/store/tryToLock.ts";
import { explainJournalError } from "./explainJournalError.ts";
import { IN_MEMORY } from "./openJournal.ts";

const PAUSE = 100;

/**
 * Makes a journal this process's alone. The lock is the operating system's, on a file beside the journal, so that it ends
 * with the process, however that ends. Waits for another poster, with an end.
 */
export async function lockJournal(
  path: string,
  patience: number,
  onWaiting: () => void,
): Promise<Lock> {
  if (path === IN_MEMORY) return { release: () => {} };
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw explainJournalError(error, path);
  }
  const until = Date.now() + patience;
  for (let waits = 0; ; waits++) {
    const lock = tryToLock(path, "journal");
    if (lock !== undefined) return lock;
    if (Date.now() >= until) {
      throw new TributaryError(`Another poster has been at work on ${path} for too long.`, {
        todo: "Wait until it ends, or stop it; then run this again. Nothing is posted twice.",
      });
    }
    if (waits === 0) onWaiting();
    await sleep(PAUSE);
  }
}
