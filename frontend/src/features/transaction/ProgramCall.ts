import type { Address, Hex, PublicClient, TransactionReceipt } from "viem";
import type { TransactionState } from "./TransactionState";

/** A call of a program that a visitor may send, and what its receipt tells. */
export interface ProgramCall<Result> {
  readonly program: Address;
  /** Tries it out on the node, so that what the program would refuse is known before anybody signs. */
  readonly simulate: (client: PublicClient, account: Address) => Promise<unknown>;
  /** What the wallet is asked to send. */
  readonly encode: () => Hex;
  /** Of a receipt that is not of a reverted transaction. */
  readonly outcomeOf: (receipt: TransactionReceipt) => TransactionState<Result>;
}
