import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const A_DAY = 86_400_000;

/** Removes Ignition's journals of development chains that were last written to more than a day ago. */
export async function removeOldDevelopmentJournals(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const journals = names
    .filter((name) => /^chain-\d+-dev-/.test(name))
    .map((name) => join(folder, name));
  for (const journal of journals) {
    const written = await stat(join(journal, "journal.jsonl")).catch(() => undefined);
    if (written === undefined || Date.now() - written.mtimeMs > A_DAY) {
      await rm(journal, { recursive: true, force: true });
    }
  }
}
