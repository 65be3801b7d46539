import type { Address, Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { Program } from "../openProgram.ts";
import { type Payment, readAllowance } from "./payIn.ts";
import { sendCalls } from "./sendCalls.ts";
import { NoPermitError, type Permit, signPermit } from "./signPermit.ts";

export interface PermittedPayment extends Payment {
  readonly currency: Currency;
  /** The call that takes it with the payer's signature for the token, instead of an approval. */
  readonly withPermit: (permit: Permit) => Hex;
}

/**
 * Pays a token from the signer's wallet into a program in one transaction, by the signer's permit where its approval is not enough.
 * Returns the number of transactions.
 */
export async function payByPermit(
  program: Program,
  account: Address,
  { data, withPermit, currency, amount }: PermittedPayment,
): Promise<number> {
  if (currency.address === ETHER) {
    throw new NoPermitError("ETH is no token: it takes no approval.");
  }
  const isApproved = (await readAllowance(program, account, currency)) >= amount;
  const call = isApproved ? data : withPermit(await signPermit(program, account, currency, amount));
  return sendCalls(program, account, [
    { isApproval: false, to: program.address, data: call, value: 0n },
  ]);
}
