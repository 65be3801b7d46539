import { type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { RevertError } from "../../../core/messages/RevertError.ts";
import { ONE } from "../../../core/money/ppm.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { programAbi } from "../../../generated/abis.ts";
import { findRefusal } from "../../chain/findRefusal.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import type { Refusals } from "../journal/postItems.ts";
import { readShortage } from "./readShortage.ts";
import type { PostedSale } from "./toPost.ts";

/** Sales per simulated post. */
const BATCH = 100;
const NONE: Refusals = new Map();

export interface Owed {
  /** In the currency's smallest unit. */
  readonly amount: bigint;
  /** Sales that the program does not take, which owe nothing. */
  readonly refused: Refusals;
}

/**
 * What the funds must give for sales of one currency, were they posted now. The program itself says so when it refuses a
 * simulated post for want of funds; where the funds would do, the sum follows from previews.
 */
export async function owedBy(
  program: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<Owed> {
  const parts: Owed[] = [];
  for (let from = 0; from < sales.length; from += BATCH) {
    parts.push(await owedTogether(program, account, currency, sales.slice(from, from + BATCH)));
  }
  return sum(parts);
}

async function owedTogether(
  program: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<Owed> {
  const short = await readShortage(program, account, currency, sales);
  if (short !== undefined) return { amount: short, refused: NONE };
  const refusal = await findRefusal(program, account, encode(currency, sales));
  if (refusal === undefined) {
    return { amount: await previewed(program, currency, sales), refused: NONE };
  }
  if (!(refusal instanceof RevertError)) throw refusal;
  if (refusal.owed !== undefined) return { amount: refusal.owed, refused: NONE };
  const [only] = sales;
  if (only === undefined || sales.length > 1)
    return owedByHalves(program, account, currency, sales);
  // What is refused with no sale at all is not about this one.
  if ((await findRefusal(program, account, encode(currency, []))) !== undefined) throw refusal;
  return { amount: 0n, refused: new Map([[only.id, refusal]]) };
}

/** Of sales some of which are refused. */
async function owedByHalves(
  program: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<Owed> {
  const middle = Math.ceil(sales.length / 2);
  return sum([
    await owedTogether(program, account, currency, sales.slice(0, middle)),
    await owedTogether(program, account, currency, sales.slice(middle)),
  ]);
}

function encode({ address }: Currency, sales: readonly PostedSale[]): Hex {
  return encodeFunctionData({
    ...{ abi: programAbi, functionName: "post", args: [address, sales, zeroHash] },
  });
}

function sum(parts: readonly Owed[]): Owed {
  return {
    amount: sumOfAmounts(parts),
    refused: new Map(parts.flatMap(({ refused }) => [...refused])),
  };
}

async function previewed(
  program: Program,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<bigint> {
  const asked = sales.map((sale) => [currency.address, sale] as const);
  const previews = await readEach(program, "preview", asked);
  const standing = new Set(program.terms.standing.map(({ name }) => name));
  return previews.reduce((sum, lines, index) => {
    const amount = sales[index]?.amount ?? 0n;
    const rates = lines.filter(({ source }) => standing.has(source)).map(({ rate }) => rate);
    const rate = rates.reduce((all, one) => all + one, 0);
    // The last line is the residual.
    const attributed = sumOfAmounts(
      lines.slice(0, -1).filter(({ source }) => !standing.has(source)),
    );
    // Standing lines are set aside together, rounded up.
    return sum + attributed + (amount * BigInt(rate) + BigInt(ONE) - 1n) / BigInt(ONE);
  }, 0n);
}
