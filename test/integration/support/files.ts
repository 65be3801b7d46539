import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder for the files of one suite. */
export interface Folder {
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** The path of a file in it, which need not exist. */
  path(name: string): string;
  remove(): Promise<void>;
}

export async function openFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-test-"));
  return {
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The path of a file of examples/. */
export function exampleFile(example: string, name: string): string {
  return fileURLToPath(new URL(`../../../examples/${example}/${name}`, import.meta.url));
}
