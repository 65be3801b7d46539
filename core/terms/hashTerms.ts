import { encodeAbiParameters, getAbiItem, type Hex, keccak256 } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import type { Terms } from "../deal/Terms.ts";

/** `keccak256(abi.encode(terms))`. */
export function hashTerms(terms: Terms): Hex {
  const { outputs } = getAbiItem({ abi: programAbi, name: "terms" });
  return keccak256(encodeAbiParameters(outputs, [terms]));
}
