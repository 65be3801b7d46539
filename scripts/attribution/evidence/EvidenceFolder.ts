import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hex } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { hashFile } from "./hashFile.ts";
import { encodeManifest, type Manifest } from "./Manifest.ts";

const MANIFEST = /^([0-9a-f]{64})\.json$/;

/** A folder in which each file has the SHA-256 of its content as its name. What lies in it is never changed. */
export class EvidenceFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  /** Has a CSV file written, and gives it its name. Files that are there already are the same. */
  async store(write: (path: string) => Promise<void>): Promise<string> {
    await this.#make();
    const part = this.pathOf(`${randomUUID()}.part`);
    try {
      await write(part);
      const name = `${await hashFile(part)}.csv`;
      await rename(part, this.pathOf(name));
      return name;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Writes a manifest and returns its hash, for the chain. */
  async storeManifest(manifest: Manifest): Promise<Hex> {
    await this.#make();
    const text = encodeManifest(manifest);
    const hash = createHash("sha256").update(text).digest("hex");
    await writeFile(this.pathOf(`${hash}.json`), text);
    return `0x${hash}`;
  }

  /** The text of a manifest; undefined where the folder does not have it. */
  async readManifest(hash: Hex): Promise<string | undefined> {
    return readFile(this.pathOf(`${hash.slice(2)}.json`), "utf8").catch(() => undefined);
  }

  async has(name: string): Promise<boolean> {
    return access(this.pathOf(name)).then(
      () => true,
      () => false,
    );
  }

  /** The names of all files that lie in it. */
  async names(): Promise<string[]> {
    return readdir(this.path).catch(() => {
      throw new TributaryError(`There is no folder "${this.path}" with evidence.`, {
        todo: "Give the folder that `sales attribute --evidence` has written to.",
      });
    });
  }

  /** The hashes of all manifests that lie in it. */
  async manifests(): Promise<Hex[]> {
    return (await this.names())
      .sort()
      .flatMap((name) => MANIFEST.exec(name)?.[1] ?? [])
      .map((hash) => `0x${hash}` as const);
  }

  async #make(): Promise<void> {
    await mkdir(this.path, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      throw new TributaryError(`Cannot write to the folder "${this.path}": ${error.code}.`, {
        todo: "Give a folder that can be written to.",
      });
    });
  }
}
