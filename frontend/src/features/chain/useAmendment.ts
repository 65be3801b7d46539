import type { Terms } from "@core/deal/Terms";
import { programAbi } from "@generated/abis";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** The amendment that waits, or the last one, with its terms. */
export interface AmendmentNow {
  readonly termsHash: Hex;
  /** Seconds; 0 where there was never one. */
  readonly from: number;
  /** How many holders' consents are missing. */
  readonly consents: number;
  readonly terms: Terms;
}

export function useAmendment(program: Program, revision: string): UseQueryResult<AmendmentNow> {
  const contract = { address: program.address, abi: programAbi } as const;
  return useView(["amendment", program.address], revision, async (client) => {
    const [amendment, terms] = await Promise.all([
      client.readContract({ ...contract, functionName: "amendment" }),
      client.readContract({ ...contract, functionName: "amendedTerms" }),
    ]);
    return { ...amendment, terms };
  });
}
