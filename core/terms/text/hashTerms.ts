import { encodeAbiParameters, getAbiItem, type Hex, keccak256 } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Terms } from "./Terms.ts";

/** `keccak256(abi.encode(terms))`: what the program announced when it was created. */
export function hashTerms(terms: Terms): Hex {
  const { outputs } = getAbiItem({ abi: programAbi, name: "terms" });
  return keccak256(encodeAbiParameters(outputs, [terms]));
}
