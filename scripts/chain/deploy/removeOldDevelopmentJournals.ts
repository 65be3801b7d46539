import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const A_DAY = 86_400_000;
/** Ignition's is a folder; a poster's is a file, with others beside it that begin with its name. */
const JOURNAL = /^chain-\d+-dev-[0-9a-f]+(-0x[0-9a-fA-F]{40}\.sqlite)?/;

/** Removes journals of development chains, Ignition's or posters', that were last written to more than a day ago. */
export async function removeOldDevelopmentJournals(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const journals = Map.groupBy(names, (name) => JOURNAL.exec(name)?.[0]);
  for (const [journal, parts] of journals) {
    if (journal === undefined) continue;
    const paths = parts.map((name) => join(folder, name));
    const times = await Promise.all(paths.map(writtenAt));
    if (Date.now() - Math.max(...times) <= A_DAY) continue;
    for (const path of paths) await rm(path, { recursive: true, force: true });
  }
}

/** Milliseconds; 0 for a folder without its journal. */
async function writtenAt(path: string): Promise<number> {
  const isFile = path.includes(".sqlite");
  const written = await stat(isFile ? path : join(path, "journal.jsonl")).catch(() => undefined);
  return written?.mtimeMs ?? 0;
}
