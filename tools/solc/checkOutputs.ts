import { isDeepStrictEqual } from "node:util";
import type { CompilerOutput } from "hardhat/types/solidity";
import solc from "solc";
import { readBuilds } from "./readBuilds.ts";
import { slimOutput } from "./slimOutput.ts";

// Compiles the contracts, and fails where generated/solc holds anything but what the compiler makes of them: what is deployed
// from it is what the sources say. Takes two minutes.

const wrong: string[] = [];
for (const { hash, input, output } of await readBuilds()) {
  const compiled: CompilerOutput = JSON.parse(solc.compile(JSON.stringify(input)));
  if (!isDeepStrictEqual(slimOutput(compiled), slimOutput(output))) wrong.push(hash);
}
if (wrong.length > 0) {
  console.error(
    `The compiler makes something else of the contracts than generated/solc holds (${wrong.join(", ")}). Remove that folder, run npm run generate, and find out where it came from.`,
  );
  process.exitCode = 1;
} else {
  console.log("generated/solc holds what the compiler makes of the contracts.");
}
