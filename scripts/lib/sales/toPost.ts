import { type Address, zeroAddress } from "viem";
import type { ListedSale } from "./readSalesFile.ts";

/** A sale as the program takes it, with who paid it on chain if anyone did. */
export interface PostedSale {
  readonly id: `0x${string}`;
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly payer: Address;
  readonly credits: readonly {
    readonly partner: number;
    readonly role: number;
    readonly weight: number;
  }[];
}

export function toPost(
  { id, kind, currency, amount, credits }: ListedSale,
  payer: Address | undefined,
): PostedSale {
  return { id, kind, currency: currency.index, amount, payer: payer ?? zeroAddress, credits };
}
