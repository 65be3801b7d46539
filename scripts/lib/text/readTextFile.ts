import { readFile } from "node:fs/promises";
import { unreadableFile } from "./unreadableFile.ts";

/** A text file of the user's. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw unreadableFile(path, error);
  }
}
