import type { Hex } from "viem";

export function paymentKey(saleId: Hex, payer: string): string {
  return `${saleId}:${payer}`;
}
