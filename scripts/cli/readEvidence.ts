import { readFile } from "node:fs/promises";
import { type Hex, isHash, keccak256, zeroHash } from "viem";
import { TributaryError } from "../../core/TributaryError.ts";

/** The hash that stands for evidence: as it is given, or of the file at a path; zero where there is none. */
export async function readEvidence(text: string | undefined): Promise<Hex> {
  if (text === undefined) return zeroHash;
  if (isHash(text)) return text;
  try {
    return keccak256(await readFile(text));
  } catch {
    throw new TributaryError(`There is no file "${text}" with evidence.`, {
      todo: "Give the path of a file, whose keccak256 is then put on chain, or a hash of 32 bytes.",
    });
  }
}
