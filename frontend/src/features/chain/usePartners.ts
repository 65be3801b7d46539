import type { LedgerPartner } from "@core/ledger/Ledger";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** A partner as it is now. */
export interface PartnerNow {
  readonly tier: number;
  readonly nextTier: number;
  /** From when `nextTier` counts; 0 where no change was ever made. */
  readonly tierPeriod: number;
  /** 1 active, 2 suspended, 3 left. */
  readonly status: number;
}

/** Tier and status of some partners, by number, as the program has them in the current period. */
export function usePartners(
  program: Program,
  partners: readonly Pick<LedgerPartner, "number">[],
  revision: string,
): UseQueryResult<ReadonlyMap<bigint, PartnerNow>> {
  const numbers = partners.map(({ number }) => number);
  return useView(program, ["partners", ...numbers.map(String)], revision, async (read) => {
    const current = await read
      .currentPeriod()
      // Before its start the program is in no period.
      .catch(() => 0n);
    const entries = await Promise.all(
      numbers.map(async (number) => {
        const one = await read.partnerAt([number]);
        const hasChanged = one.tierPeriod > 0 && current >= one.tierPeriod;
        return [number, { ...one, tier: hasChanged ? one.nextTier : one.tier }] as const;
      }),
    );
    return new Map(entries);
  });
}
