import { getAbiItem, toEventSelector } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import type { PlacedLog } from "./PlacedLog.ts";
import { type ProgramIdentity, seedHash } from "./seedHash.ts";

const TERMS_AGREED = toEventSelector(getAbiItem({ abi: programAbi, name: "TermsAgreed" }));

/** The hash that a program's history begins with; undefined where the logs of its creation are not among these. */
export function seedIn(
  { chainId, address }: Omit<ProgramIdentity, "termsHash">,
  logs: readonly PlacedLog[],
): bigint | undefined {
  const agreed = logs.find(({ topics }) => topics[0] === TERMS_AGREED);
  const termsHash = agreed?.topics[1];
  return termsHash && seedHash({ chainId, address, termsHash });
}
