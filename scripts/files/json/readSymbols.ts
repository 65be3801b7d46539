import { readTextFile } from "../readTextFile.ts";

/** The symbols that a terms file names, before anything of it is checked; none where it is no terms file at all. */
export async function readSymbols(path: string): Promise<string[]> {
  try {
    const { currencies }: { currencies?: unknown } = JSON.parse(await readTextFile(path));
    if (!Array.isArray(currencies)) return [];
    return currencies.filter((symbol) => typeof symbol === "string");
  } catch {
    return [];
  }
}
