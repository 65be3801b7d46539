import type { Address, TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import { readProgram } from "../readProgram.ts";
import { send } from "../send.ts";

/** Settles in one currency what standing lines have locked, into their holders' balances. */
export async function settleLinesFor(
  program: Program,
  account: Address,
  currency: Currency,
  holders: ReadonlySet<Address>,
): Promise<TransactionReceipt[]> {
  const receipts: TransactionReceipt[] = [];
  const { chain, address: to, terms } = program;
  const call = { account, address: to, abi: EXPLAINED_ABI } as const;
  const lines = [...terms.standing.entries()].filter(([, { holder }]) => holders.has(holder));
  const asked = lines.map(([index]) => [BigInt(index), currency.address] as const);
  const earnings = await readEach(program, "lineEarnings", asked);
  for (const [at, args] of asked.entries()) {
    for (let [, locked = 0n] = earnings[at] ?? []; locked > 0n; ) {
      receipts.push(await send(chain, { ...call, functionName: "settleLine", args }));
      [, locked] = await readProgram(program, "lineEarnings", args);
    }
  }
  return receipts;
}
