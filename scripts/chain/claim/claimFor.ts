import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import { send } from "../send.ts";
import { type Payment, paymentsIn } from "./paymentsIn.ts";
import { settleFor } from "./settleFor.ts";

/** A claim walks so many periods at a time; this many claims reach back for centuries. */
const MOST_CLAIMS = 20;

/** Pays an address everything that it can have in one currency: its credits, its standing lines, and the treasury's residual. */
export async function claimFor(
  program: Program,
  account: Address,
  wallet: Address,
  currency: Currency,
): Promise<Payment[]> {
  const { chain, address: to } = program;
  const call = { account, address: to, abi: EXPLAINED_ABI } as const;
  const receipts = await settleFor(program, account, currency, new Set([wallet]));
  for (
    let claims = 0;
    claims < MOST_CLAIMS && (await claimable(program, wallet, currency)) > 0n;
    claims++
  ) {
    const args = [wallet, currency.address] as const;
    receipts.push(await send(chain, { ...call, functionName: "claim", args }));
  }
  return receipts.flatMap((receipt) =>
    paymentsIn(receipt, currency).filter((payment) => payment.party === wallet),
  );
}

function claimable(program: Program, wallet: Address, { address }: Currency): Promise<bigint> {
  return readProgram(program, "claimable", [wallet, address]);
}
