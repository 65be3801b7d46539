import { readFileSync } from "node:fs";
import { join } from "node:path";
import { concat, type Hex, isHex } from "viem";

const PACKAGES = join(import.meta.dirname, "../../../node_modules");

/** The creation code of a contract as its package ships it: compiled by its authors, with their settings. */
export function shippedCode(artifact: string): Hex {
  return creationCode(JSON.parse(readFileSync(join(PACKAGES, artifact), "utf8")), artifact);
}

/** The same where a library's address is to be put in at its places. */
export function linkedCode(artifact: string, library: Hex): Hex {
  const shipped: unknown = JSON.parse(readFileSync(join(PACKAGES, artifact), "utf8"));
  const code = (shipped as { bytecode: string }).bytecode;
  return concat([code.replace(/__\$[0-9a-f]{34}\$__/g, library.slice(2).toLowerCase()) as Hex]);
}

/** Hardhat and Truffle keep the code as text, Foundry in an object. */
function creationCode(shipped: { bytecode?: unknown }, artifact: string): Hex {
  const { bytecode } = shipped;
  const code =
    typeof bytecode === "object" && bytecode !== null && "object" in bytecode
      ? bytecode.object
      : bytecode;
  if (!isHex(code) || code.length <= 2) throw new Error(`${artifact} ships no code to deploy.`);
  return code;
}
