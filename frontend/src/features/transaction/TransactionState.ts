import type { Hash } from "viem";
import type { Explanation } from "../../lib/errors/Explanation";

/** How far a transaction has come. */
export type TransactionState<Result> =
  | { readonly step: "idle" }
  | { readonly step: "checking" }
  | { readonly step: "signing" }
  | { readonly step: "pending"; readonly hash: Hash }
  | { readonly step: "confirmed"; readonly hash: Hash; readonly result: Result }
  /** Sent, but no receipt came in time. */
  | { readonly step: "unknown"; readonly hash: Hash }
  | { readonly step: "failed"; readonly hash: Hash | undefined; readonly why: Explanation };
