import { stat } from "node:fs/promises";
import { tablesIn } from "../../files/table/tablesIn.ts";
import type { Sources } from "./Sources.ts";

/** What there is to read. */
export interface Look {
  readonly sales: readonly string[];
  /** Another text whenever any of the files has changed; what their times say of now is left to nobody. */
  readonly files: string;
  /** The same of all of it, the store counted. */
  readonly signature: string;
}

/** Looks at the sources, without reading them. */
export async function lookAt(sources: Sources): Promise<Look> {
  const sales = await listSales(sources.sales);
  const { refunds, acknowledged, store, mapping, rules, attribution } = sources;
  // New events are in the log of the store first.
  const log = store === undefined ? undefined : `${store}-wal`;
  const files = await look([
    ...[...sales, refunds, acknowledged, mapping, rules, attribution?.touchpoints],
  ]);
  const stored = await look([store, log]);
  return { sales, files, signature: `${files}\n${stored}` };
}

async function look(paths: readonly (string | undefined)[]): Promise<string> {
  const given = paths.filter((path) => path !== undefined);
  const states = given.map(async (path) => {
    const state = await stat(path).catch(() => undefined);
    // Whoever writes a file can set its time and keep its size, but not when its node last changed.
    return `${path} ${state?.ino} ${state?.size} ${state?.mtimeMs} ${state?.ctimeMs}`;
  });
  return (await Promise.all(states)).join("\n");
}

async function listSales(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  return isFolder ? tablesIn(path) : [path];
}
