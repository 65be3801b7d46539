import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompilerInput, CompilerOutput } from "hardhat/types/solidity";
import { hashInput } from "./hashInput.ts";

const FOLDER = join(import.meta.dirname, "../../artifacts/build-info");
const OUTPUT = ".output.json";

/** One run of the compiler, as Hardhat keeps it. */
export interface Build {
  readonly hash: string;
  readonly longVersion: string;
  readonly input: CompilerInput;
  readonly output: CompilerOutput;
}

interface BuildInfo {
  readonly solcLongVersion: string;
  readonly input: CompilerInput;
}

/** The runs that made the artifacts: those of one whole build, after `hardhat build --no-tests --force`. */
export async function readBuilds(): Promise<Build[]> {
  const outputs = (await readdir(FOLDER)).filter((file) => file.endsWith(OUTPUT));
  return Promise.all(
    outputs.map(async (file) => {
      const { output } = await readJson<{ output: CompilerOutput }>(file);
      const { solcLongVersion: longVersion, input } = await readJson<BuildInfo>(
        file.replace(OUTPUT, ".json"),
      );
      return { hash: hashInput(longVersion, input), longVersion, input, output };
    }),
  );
}

async function readJson<Shape>(file: string): Promise<Shape> {
  return JSON.parse(await readFile(join(FOLDER, file), "utf8"));
}
