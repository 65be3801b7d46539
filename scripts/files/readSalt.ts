import { TributaryError } from "../../core/TributaryError.ts";
import { readTextFile } from "./readTextFile.ts";

const LEAST = 16;

/** The secret that customers' pseudonyms are made with: the text of a file, without what is blank around it. */
export async function readSalt(file: string): Promise<Buffer> {
  const salt = Buffer.from((await readTextFile(file)).trim());
  if (salt.length >= LEAST) return salt;
  throw new TributaryError(`The salt in ${file} is too short to hide customers.`, {
    found: `${salt.length} bytes`,
    allowed: `${LEAST} bytes or more`,
    todo: "Make one with `openssl rand -hex 32`, and keep it to yourself.",
  });
}
