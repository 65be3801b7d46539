import type { Address, Hex } from "viem";
import { typedAct } from "../../core/signing/typedAct.ts";
import type { Chain } from "../spec/openChain.ts";

export interface ClaimTo {
  readonly party: Address;
  readonly currency: Address;
  readonly to: Address;
  readonly nonce: bigint;
  readonly deadline: bigint;
}

/** A wallet's signature under a claim to another address. */
export function signClaimTo(
  wallet: Chain["wallet"]["partner"],
  program: Address,
  { party, currency, to, nonce, deadline }: ClaimTo,
): Promise<Hex> {
  const place = { contract: program, chainId: 31_337, nonce, deadline };
  return wallet.signTypedData(typedAct("claimTo", [party, currency, to], place));
}
