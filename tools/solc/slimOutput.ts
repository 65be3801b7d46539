import type {
  CompilerOutput,
  CompilerOutputBytecode,
  CompilerOutputContract,
} from "hardhat/types/solidity";

/**
 * A compiler's output without what can be had from the rest, or is not asked for: opcodes, which the bytecode tells, and the
 * syntax trees of functions' bodies. A chain still tells where in the sources a transaction failed.
 */
export function slimOutput({ errors, sources, contracts = {} }: CompilerOutput): CompilerOutput {
  return {
    ...(errors !== undefined && { errors }),
    sources: mapValues(sources, ({ id, ast }) => ({ id, ast: withoutBodies(ast) })),
    contracts: mapValues(contracts, (file) => mapValues(file, slimContract)),
  };
}

function slimContract({ abi, evm }: CompilerOutputContract): CompilerOutputContract {
  if (evm === undefined) return { abi };
  const { bytecode, deployedBytecode, methodIdentifiers } = evm;
  return {
    abi,
    evm: {
      methodIdentifiers,
      ...(bytecode !== undefined && { bytecode: withoutOpcodes(bytecode) }),
      ...(deployedBytecode !== undefined && { deployedBytecode: withoutOpcodes(deployedBytecode) }),
    },
  };
}

/** Hardhat's chain wants the field to be there. */
function withoutOpcodes(bytecode: CompilerOutputBytecode): CompilerOutputBytecode {
  return { ...bytecode, opcodes: "" };
}

const LEFT_OUT = ["body", "documentation"];

function withoutBodies(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutBodies);
  if (typeof node !== "object" || node === null) return node;
  const fields = Object.entries(node).filter(([name]) => !LEFT_OUT.includes(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, withoutBodies(value)]));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
