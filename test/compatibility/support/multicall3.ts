import type { Hex } from "viem";

/** The creation code of Multicall3, which viem has for its own use and does not export. */
export async function multicall3(): Promise<Hex> {
  const constants = new URL("./constants/contracts.js", import.meta.resolve("viem"));
  const { multicall3Bytecode }: { multicall3Bytecode: Hex } = await import(constants.href);
  return multicall3Bytecode;
}
