import { readFile } from "node:fs/promises";
import { brotliDecompressSync } from "node:zlib";
import type { CompilerInput, CompilerOutput } from "hardhat/types/solidity";
import { hashInput } from "./hashInput.ts";
import { placeOfOutput } from "./placeOfOutput.ts";

/** What is stored of a compiler's output for exactly this input; undefined where that is another, or what is stored is damaged. */
export async function readStoredOutput(
  longVersion: string,
  input: CompilerInput,
): Promise<CompilerOutput | undefined> {
  try {
    const packed = await readFile(placeOfOutput(hashInput(longVersion, input)));
    return JSON.parse(brotliDecompressSync(packed).toString());
  } catch {
    return undefined;
  }
}
