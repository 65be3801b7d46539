import { readFile } from "node:fs/promises";

/** Reads what a step says is left out, with the reasons; most say nothing. */
export async function readLeftOut(report: string): Promise<readonly string[]> {
  const text = await readFile(report, "utf8").catch(() => "[]");
  const leftOut: readonly string[] = JSON.parse(text);
  return leftOut;
}
