import type { Address } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { setAsideOf } from "../../../core/deal/setAsideOf.ts";
import { RevertError } from "../../../core/messages/RevertError.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { findRefusal } from "../../chain/findRefusal.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import type { Refusals } from "../journal/postItems.ts";
import { type BatchSetting, encodeBatch, packSales } from "../lanes/encodeBatch.ts";
import { fittingIn } from "../lanes/fittingIn.ts";
import { isOfSales } from "../lanes/isOfSales.ts";
import { LATE_LANE } from "../lanes/Lane.ts";
import { tryToPost } from "./tryToPost.ts";

/** Sales per simulated post. */
const MOST = 1_000;
const NONE: Refusals = new Map();

export interface Owed {
  /** In the currency's smallest unit. */
  readonly amount: bigint;
  /** Sales that the program does not take, which owe nothing. */
  readonly refused: Refusals;
}

/** How sales are tried: as late ones, which need no window. */
export interface Trying extends BatchSetting {
  readonly program: Program;
  readonly account: Address;
  /** The head of the late lane in the block. */
  readonly lateHead: bigint;
  readonly block: bigint;
  /** What of the currency lies in the funds in the block. */
  readonly funds: bigint;
}

/**
 * What the funds must give for sales of one currency, were they posted now. The program itself says so when it refuses a
 * simulated post for want of funds, or by what a simulated one leaves of them.
 */
export async function owedBy(trying: Trying, sales: readonly BatchSale[]): Promise<Owed> {
  const fitting = fittingIn(trying.companions, MOST, 100n);
  const parts: Owed[] = [];
  for (let from = 0; from < sales.length; ) {
    const left = sales.slice(from);
    const part = left.slice(0, Math.max(1, fitting(left)));
    parts.push(await owedTogether(trying, part));
    from += part.length;
  }
  return sum(parts);
}

async function owedTogether(trying: Trying, sales: readonly BatchSale[]): Promise<Owed> {
  const { program, account, lateHead, block, currency, funds } = trying;
  const window = { lane: LATE_LANE, from: 0, until: 0, sales };
  const { data } = encodeBatch(trying, window, lateHead);
  const tried = await tryToPost(program, account, data, block);
  if (tried !== undefined) {
    const amount = "owed" in tried ? tried.owed : funds - (tried.funds[currency.index] ?? funds);
    return { amount, refused: NONE };
  }
  const refusal = await findRefusal(program, account, data, block);
  if (refusal === undefined) return { amount: await previewed(trying, sales), refused: NONE };
  if (!(refusal instanceof RevertError)) throw refusal;
  if (refusal.owed !== undefined) return { amount: refusal.owed, refused: NONE };
  if (!isOfSales(refusal)) throw refusal;
  const [only] = sales;
  if (only === undefined || sales.length > 1) return owedByHalves(trying, sales);
  return { amount: 0n, refused: new Map([[only.id, refusal]]) };
}

/** Of sales some of which are refused. */
async function owedByHalves(trying: Trying, sales: readonly BatchSale[]): Promise<Owed> {
  const middle = Math.ceil(sales.length / 2);
  return sum([
    await owedTogether(trying, sales.slice(0, middle)),
    await owedTogether(trying, sales.slice(middle)),
  ]);
}

function sum(parts: readonly Owed[]): Owed {
  return {
    amount: sumOfAmounts(parts),
    refused: new Map(parts.flatMap(({ refused }) => [...refused])),
  };
}

/** By what the program says of each, where the RPC does not lend code. One that was paid here brings its own money. */
async function previewed(
  { program, currency, companions, block }: Trying,
  sales: readonly BatchSale[],
): Promise<bigint> {
  const owing = sales.filter(({ payer }) => payer === undefined);
  const asked = owing.map((sale) => [currency.address, packSales(companions, [sale])] as const);
  const previews = await readEach(program, "preview", asked, block);
  const standing = new Set(program.terms.standing.map(({ name }) => name));
  return previews.reduce((all, lines, index) => {
    const rates = lines.filter(({ source }) => standing.has(source)).map(({ rate }) => rate);
    const rate = rates.reduce((total, one) => total + one, 0);
    // The last line is the residual.
    const attributed = sumOfAmounts(
      lines.slice(0, -1).filter(({ source }) => !standing.has(source)),
    );
    return all + attributed + setAsideOf(owing[index]?.amount ?? 0n, rate);
  }, 0n);
}
