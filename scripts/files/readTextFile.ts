import { readFile } from "node:fs/promises";
import { foreignText } from "./foreignText.ts";
import { isText } from "./isText.ts";
import { unreadableFile } from "./unreadableFile.ts";

/** A text file of the user's. What is not UTF-8 is refused. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error) => {
    throw unreadableFile(path, error);
  });
  if (!isText(bytes)) throw await foreignText(path, [bytes]);
  return bytes.toString("utf8");
}
