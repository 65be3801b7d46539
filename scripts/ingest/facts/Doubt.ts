import type { SetAside } from "./SetAside.ts";

/** What a source tells of a sale that nobody can say the meaning of: the sale waits until somebody has. */
export interface Doubt {
  /** The sale's id, or that of something which belongs to it. */
  readonly saleId: string;
  readonly rule: string;
  readonly reason: string;
  /** Whether it is about whose code it was: nothing to wait for where the mapping has no codes, or another source tells one. */
  readonly isOfCodes?: boolean;
  /** Where it is a row of its own, which a refunds file may tell as a refund. */
  readonly row?: {
    readonly line: Omit<SetAside, "verdict" | "rule" | "reason">;
    /** Ids by which a refunds file may have it. */
    readonly ids: readonly string[];
    /** In the smallest unit, of which `decimals` make one of the currency. */
    readonly amount: bigint;
    readonly decimals: number;
  };
}
