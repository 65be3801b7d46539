import type { Address, Hex } from "viem";

/** What a party does by a signature, for anybody to post: a file that `--sign` writes. */
export interface SignedAct {
  /** A program, or an equity plan, and its address. */
  readonly of: "program" | "plan";
  readonly contract: Address;
  readonly chainId: number;
  readonly signer: Address;
  /** The call of its function that is signed. */
  readonly call: Hex;
  /** The signer's nonce, which counts once. */
  readonly nonce: bigint;
  /** The last second at which the signature counts. */
  readonly deadline: number;
  /** Undefined where the key is elsewhere: `acts post --signature` takes it then. */
  readonly signature: Hex | undefined;
}
