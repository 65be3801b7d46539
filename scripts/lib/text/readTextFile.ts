import { readFile } from "node:fs/promises";
import { TributaryError } from "../TributaryError.ts";

/** A text file of the user's. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const found = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw new TributaryError(`Cannot read ${path}: ${found}.`, {
      todo: `Give the path of a file; it is looked for from ${process.cwd()}.`,
    });
  }
}
