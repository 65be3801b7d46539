import { parse } from "node:path";

/** Where each file of several goes: batch.json, batch-2.json and so on. */
export function partPath(path: string, index: number): string {
  if (index === 0) return path;
  const { dir, name, ext } = parse(path);
  return `${dir === "" ? "" : `${dir}/`}${name}-${index + 1}${ext}`;
}
