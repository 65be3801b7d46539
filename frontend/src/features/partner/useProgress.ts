import type { Currency } from "@core/currency/Currency";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Program } from "../chain/useProgram";
import { useView } from "../chain/useView";

/** What a partner has reached in one currency: locked credits less reversals, and sales of locked periods. */
interface Reached {
  readonly currency: Currency;
  readonly earned: bigint;
  readonly sales: number;
}

export interface PartnerProgress {
  readonly reached: readonly Reached[];
  readonly score: number;
  /** Bit `i` where the milestone `i` was paid. */
  readonly milestones: bigint;
}

export function useProgress(
  program: Program,
  party: Address,
  number: bigint,
  revision: string,
): UseQueryResult<PartnerProgress> {
  return useView(program, ["progress", party], revision, async (read) => {
    const reachedIn = async (currency: Currency): Promise<Reached> => {
      const { earned, sales } = await read.progressOf([number, currency.address]);
      return { currency, earned, sales };
    };
    const [{ score }, milestones, reached] = await Promise.all([
      read.membershipOf([party]),
      read.milestonesOf([number]),
      Promise.all(program.currencies.map(reachedIn)),
    ]);
    return { reached, score, milestones };
  });
}
