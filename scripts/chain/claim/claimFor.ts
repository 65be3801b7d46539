import type { Address, TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import { send } from "../send.ts";
import { type Payment, paymentsIn } from "./paymentsIn.ts";

/** Segments per settlement of the residual: keeps each transaction small, whatever the number of standing lines. */
const SEGMENTS = 24n;
/** A claim walks so many periods at a time; this many claims reach back for centuries. */
const MOST_CLAIMS = 20;

/** Pays an address everything that it can have in one currency: its credits, its standing lines, and the treasury's residual. */
export async function claimFor(
  program: Program,
  account: Address,
  wallet: Address,
  currency: Currency,
): Promise<Payment[]> {
  const receipts: TransactionReceipt[] = [];
  const { chain, address: to, terms } = program;
  const call = { account, address: to, abi: EXPLAINED_ABI } as const;
  for (const [index, { holder }] of terms.standing.entries()) {
    if (holder !== wallet) continue;
    while ((await lockedOfLine(program, index, currency)) > 0n) {
      const args = [BigInt(index), currency.address] as const;
      receipts.push(await send(chain, { ...call, functionName: "settleLine", args }));
    }
  }
  while (wallet === terms.treasury && (await lockedResidual(program, currency)) > 0n) {
    const args = [currency.address, SEGMENTS] as const;
    receipts.push(await send(chain, { ...call, functionName: "claimResidual", args }));
  }
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

async function lockedOfLine(program: Program, index: number, currency: Currency): Promise<bigint> {
  const [, locked] = await readProgram(program, "lineEarnings", [BigInt(index), currency.address]);
  return locked;
}

function lockedResidual(program: Program, { address }: Currency): Promise<bigint> {
  return readProgram(program, "residualEarnings", [address, 2n ** 64n]);
}

function claimable(program: Program, wallet: Address, { address }: Currency): Promise<bigint> {
  return readProgram(program, "claimable", [wallet, address]);
}
