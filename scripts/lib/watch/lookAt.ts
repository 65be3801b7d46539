import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sources } from "./Sources.ts";

/** How long a file must not have changed, in milliseconds: a line may be on its way. */
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
  const others = [refunds, store, log, mapping, rules, attribution?.touchpoints];
  const paths = [...sales, ...others].filter((path) => path !== undefined);
  const states = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const newest = Math.max(0, ...states.map((state) => state?.mtimeMs ?? 0));
  return {
    sales,
    signature: paths
      .map((path, index) => `${path} ${states[index]?.size} ${states[index]?.mtimeMs}`)
      .join("\n"),
    isQuiet: Date.now() - newest >= QUIET,
  };
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
