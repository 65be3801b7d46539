import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sources } from "./Sources.ts";

/** How long a file must not have changed, in milliseconds: a row may be on its way. */
const QUIET = 1_000;
const TABLES = /\.(csv|jsonl|parquet)$/;

/** What there is to read. */
export interface Look {
  readonly sales: readonly string[];
  /** Another text whenever any of it has changed. */
  readonly signature: string;
  readonly isQuiet: boolean;
}

/** Looks at the sources, without reading them. */
export async function lookAt(sources: Sources): Promise<Look> {
  const sales = await listSales(sources.sales);
  const { refunds, store, mapping, rules, attribution } = sources;
  // New events are in the log of the store first.
  const log = store === undefined ? undefined : `${store}-wal`;
  const files = await look([...sales, refunds, mapping, rules, attribution?.touchpoints]);
  const stored = await look([store, log]);
  return {
    sales,
    signature: [...files, ...stored].map(({ signature }) => signature).join("\n"),
    // Of the store no half of anything is read, and it may never be quiet.
    isQuiet: files.every(({ changedAt }) => Date.now() - changedAt >= QUIET),
  };
}

async function look(paths: readonly (string | undefined)[]) {
  const given = paths.filter((path) => path !== undefined);
  return Promise.all(
    given.map(async (path) => {
      const state = await stat(path).catch(() => undefined);
      const changedAt = state?.mtimeMs ?? 0;
      return { signature: `${path} ${state?.size} ${changedAt}`, changedAt };
    }),
  );
}

async function listSales(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (!isFolder) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => TABLES.test(name))
    .sort()
    .map((name) => join(path, name));
}
