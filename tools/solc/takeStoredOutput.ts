import type { SolidityHooks } from "hardhat/types/hooks";
import { readStoredOutput } from "./readStoredOutput.ts";
import { whileTelling } from "./whileTelling.ts";

export default async (): Promise<Partial<SolidityHooks>> => ({
  async invokeSolc(context, compiler, input, config, next) {
    const stored = await readStoredOutput(compiler.longVersion, input);
    if (stored !== undefined) return stored;
    const files = Object.keys(input.sources).length;
    return whileTelling(`Compiling ${files} Solidity files with solc ${compiler.version}`, () =>
      next(context, compiler, input, config),
    );
  },
});
