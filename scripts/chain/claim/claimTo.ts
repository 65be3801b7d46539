import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { Signer } from "../openSigner.ts";
import { readProgram } from "../readProgram.ts";
import { type Payment, paymentsIn } from "./paymentsIn.ts";
import { settleLinesFor } from "./settleLinesFor.ts";

/** Pays what a party has, lines that it holds included, at an address that its wallet, the signer, names. */
export async function claimTo(
  { program, account, act }: Signer,
  currencies: readonly Currency[],
  party: Address,
  to: Address,
): Promise<Payment[]> {
  const payments: Payment[] = [];
  for (const currency of currencies) {
    await settleLinesFor(program, account, currency, new Set([party]));
    const owed = await readProgram(program, "claimable", [party, currency.address]);
    if (owed === 0n) continue;
    payments.push(...paymentsIn(await act("claimTo", [party, currency.address, to]), currency));
  }
  return payments;
}
