import type { Address, TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import { send } from "../send.ts";
import { settleLinesFor } from "./settleLinesFor.ts";

/** Segments per settlement of the residual: keeps each transaction small, whatever the number of standing lines. */
const SEGMENTS = 24n;

/**
 * Settles in one currency what standing lines have locked, into their holders' balances, and the treasury's residual, which is
 * paid at once.
 * @param wallets Whose lines and residual.
 */
export async function settleFor(
  program: Program,
  account: Address,
  currency: Currency,
  wallets: ReadonlySet<Address>,
): Promise<TransactionReceipt[]> {
  const { chain, address: to, terms } = program;
  const call = { account, address: to, abi: EXPLAINED_ABI } as const;
  const receipts = await settleLinesFor(program, account, currency, wallets);
  while (wallets.has(terms.treasury) && (await lockedResidual(program, currency)) > 0n) {
    const args = [currency.address, SEGMENTS] as const;
    receipts.push(await send(chain, { ...call, functionName: "claimResidual", args }));
  }
  return receipts;
}

function lockedResidual(program: Program, { address }: Currency): Promise<bigint> {
  return readProgram(program, "residualEarnings", [address, 2n ** 64n]);
}
