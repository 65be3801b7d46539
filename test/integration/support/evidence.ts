import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../../../scripts/attribution/evidence/Manifest.ts";
import type { Audit } from "../../../scripts/reporting/audit/auditProgram.ts";

/** What `audit --json` prints. */
export type AuditJson = Audit;

/** A folder of evidence that a test may change. */
export interface EvidenceCopy {
  readonly path: string;
  /** Changes the text of a file under the name it has. */
  change(name: string, from: string, to: string): Promise<void>;
  /** Gives a changed file the name that its content has now. Returns it. */
  rename(name: string): Promise<string>;
  manifest(hash: string): Promise<Manifest>;
  remove(name: string): Promise<void>;
}

export async function copyEvidence(from: string): Promise<EvidenceCopy> {
  const path = await mkdtemp(join(tmpdir(), "tributary-evidence-"));
  await cp(from, path, { recursive: true });
  const read = (name: string) => readFile(join(path, name), "utf8");
  return {
    path,
    async change(name, before, after) {
      const text = await read(name);
      if (!text.includes(before)) throw new RangeError(`${name} has no "${before}"`);
      await writeFile(join(path, name), text.replace(before, after));
    },
    async rename(name) {
      const hash = createHash("sha256")
        .update(await read(name))
        .digest("hex");
      const own = `${hash}.${name.split(".")[1]}`;
      await rename(join(path, name), join(path, own));
      return own;
    },
    manifest: async (hash) => JSON.parse(await read(`${hash.slice(2)}.json`)),
    remove: (name) => rm(join(path, name)),
  };
}
