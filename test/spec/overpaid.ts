import { BaseError, ContractFunctionRevertedError } from "viem";
import type { Terms } from "../../core/deal/Terms.ts";
import { worstCase } from "../../core/deal/worstCase.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import { termsValidatorAbi } from "../../generated/abis/TermsValidator.ts";
import type { Chain } from "./openChain.ts";

/** The first kind that could pay out more than its ceiling, and how much. */
export interface Overpaid {
  readonly kind: number;
  readonly ppm: number;
}

/** What the spec says of terms. */
export function overpaidBySpec(terms: Terms): Overpaid | undefined {
  const cases = worstCase(terms).map(({ ppm, ceiling }, kind) => ({ kind, ppm, ceiling }));
  const first = cases.find(({ ppm, ceiling }) => ppm > ceiling);
  return first && { kind: first.kind, ppm: first.ppm };
}

/** What the contract that checks terms says of them. */
export async function overpaidByContract(
  { client, factory }: Chain,
  terms: Terms,
): Promise<Overpaid | undefined> {
  const validator = await client.readContract({
    ...{ address: factory, abi: programFactoryAbi },
    functionName: "validator",
  });
  const call = { address: validator, abi: termsValidatorAbi, functionName: "plan" } as const;
  try {
    await client.readContract({ ...call, args: [terms, 0n] });
    return undefined;
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
    if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
    if (reverted.data?.errorName !== "Terms_PaysOverCeiling") throw error;
    const [kind, ppm] = reverted.data.args ?? [];
    return { kind: Number(kind), ppm: Number(ppm) };
  }
}
