import type { Hex } from "viem";
import type { ListedSale } from "./readSalesFile.ts";

/** A sale as the program takes it. */
export interface PostedSale {
  readonly id: Hex;
  readonly kind: bigint;
  readonly amount: bigint;
  readonly credits: readonly {
    readonly partner: bigint;
    readonly role: bigint;
    readonly weight: bigint;
  }[];
}

export function toPost({ id, kind, amount, credits }: ListedSale): PostedSale {
  return {
    id,
    kind: BigInt(kind),
    amount,
    credits: credits.map(({ partner, role, weight }) => ({
      partner: BigInt(partner),
      role: BigInt(role),
      weight: BigInt(weight),
    })),
  };
}
