import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Hex } from "viem";

const FOLDER = join(import.meta.dirname, "../contracts");
const PACKAGES = join(import.meta.dirname, "../../../node_modules");
const SOURCE = "Collective.sol";

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>;
}

let compiled: ((name: string) => Hex) | undefined;

/**
 * The creation code of a contract of Collective.sol, compiled once a run: OpenZeppelin's Governor is abstract, so its package ships
 * none.
 */
export function compileCollective(): (name: string) => Hex {
  compiled ??= compile();
  return compiled;
}

function compile(): (name: string) => Hex {
  const compiler: Compiler = createRequire(import.meta.url)("solc");
  const settings = {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { [SOURCE]: { "*": ["evm.bytecode.object"] } },
  };
  const sources = { [SOURCE]: { content: readFileSync(join(FOLDER, SOURCE), "utf8") } };
  const read = (path: string) => ({ contents: readFileSync(join(PACKAGES, path), "utf8") });
  const input = JSON.stringify({ language: "Solidity", sources, settings });
  const output: Output = JSON.parse(compiler.compile(input, { import: read }));
  const errors = (output.errors ?? []).filter(({ severity }) => severity === "error");
  if (errors[0] !== undefined) throw new Error(errors[0].formattedMessage);
  return (name) => {
    const code = output.contracts[SOURCE]?.[name]?.evm.bytecode.object;
    if (!code) throw new Error(`Collective.sol has no ${name}.`);
    return `0x${code}`;
  };
}
