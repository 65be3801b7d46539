import { type Address, zeroAddress } from "viem";
import type { Holders } from "./useHolders";

/** The operator, and the guardian where there is one. */
export function operatorAndGuardian({ operator, guardian }: Holders): readonly Address[] {
  return [operator, guardian].filter((one) => one !== zeroAddress);
}
