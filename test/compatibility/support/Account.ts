import type { Address, Hex } from "viem";
import type { TypedAct } from "../../../core/signing/typedAct.ts";

/** A real contract, or a wallet under one, as a party of a program. */
export interface Account {
  readonly address: Address;
  /** Calls as the account; fails where the call does. */
  call(to: Address, data: Hex, value?: bigint): Promise<void>;
  /** What its owners sign for it; undefined where it has no way to be signed for. */
  readonly sign?: (typed: TypedAct) => Promise<Hex>;
}
