import { type Address, domainSeparator, parseAbi, type TypedDataDomain } from "viem";
import { answerOf } from "../answerOf.ts";
import type { Chain } from "../openChain.ts";

const ABI = parseAbi([
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)",
  "function name() view returns (string)",
  "function version() view returns (string)",
]);

/**
 * For what a token takes permits to be signed: the one of its names and versions whose hash it answers. Undefined where it
 * answers no such hash, or another's.
 */
export async function readPermitDomain(
  { client, chainId }: Chain,
  verifyingContract: Address,
): Promise<TypedDataDomain | undefined> {
  const token = { address: verifyingContract, abi: ABI };
  const [hash, told, name, version] = await Promise.all([
    answerOf(client.readContract({ ...token, functionName: "DOMAIN_SEPARATOR" })),
    answerOf(client.readContract({ ...token, functionName: "eip712Domain" })),
    answerOf(client.readContract({ ...token, functionName: "name" })),
    answerOf(client.readContract({ ...token, functionName: "version" })),
  ]);
  const [, ownName = name, ownVersion = version] = told ?? [];
  // EIP-2612 leaves open where the version is told; most that tell none have the first.
  return [
    { name: ownName ?? "", version: ownVersion ?? "1" },
    { name: name ?? "", version: "1" },
  ]
    .map((words) => ({ ...words, chainId, verifyingContract }))
    .find((domain) => domainSeparator({ domain }) === hash);
}
