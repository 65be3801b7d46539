import type { Address } from "viem";

/** One of the program's three ways to pay somebody. */
export type ClaimCall =
  | { readonly what: "party"; readonly party: Address; readonly currency: Address }
  | {
      readonly what: "line";
      readonly line: bigint;
      readonly party: Address;
      readonly currency: Address;
    }
  | { readonly what: "residual"; readonly party: Address; readonly currency: Address };
