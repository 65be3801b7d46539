import type { Address, Hex, TransactionReceipt } from "viem";
import type { TransactionState } from "./TransactionState";

/** A call of a contract that a visitor may send, and what its receipt tells. */
export interface ContractCall<Result> {
  readonly to: Address;
  /** What the wallet is asked to send. It is tried out on the node first, so that a refusal is known before anybody signs. */
  readonly encode: () => Hex | Promise<Hex>;
  /** Of a receipt that is not of a reverted transaction. */
  readonly outcomeOf: (receipt: TransactionReceipt) => TransactionState<Result>;
}
