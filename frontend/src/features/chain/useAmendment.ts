import type { Terms } from "@core/deal/Terms";
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
  /** Whether the treasury or the tax account would be another. */
  readonly addresses: boolean;
  readonly terms: Terms;
}

export function useAmendment(program: Program, revision: string): UseQueryResult<AmendmentNow> {
  return useView(program, ["amendment"], revision, async (read) => {
    const [amendment, terms] = await Promise.all([read.amendment(), read.amendedTerms()]);
    return { ...amendment, terms };
  });
}
