import { type Address, zeroHash } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Currency } from "../chain/Currency.ts";
import { EXPLAINED_ABI, explainRevert } from "../chain/explainRevert.ts";
import type { Program } from "../chain/openProgram.ts";
import { RevertError } from "../chain/RevertError.ts";
import { readMany } from "../chain/readMany.ts";
import { ONE } from "../text/parsePercentage.ts";
import { readShortage } from "./readShortage.ts";
import type { PostedSale } from "./toPost.ts";

/** Sales per simulated post. */
const BATCH = 100;

/**
 * What the funds must give for sales of one currency, were they posted now. The program itself says so when it refuses a
 * simulated post for want of funds; where the funds would do, the sum follows from previews.
 */
export async function owedBy(
  program: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<bigint> {
  let sum = 0n;
  for (let from = 0; from < sales.length; from += BATCH) {
    const batch = sales.slice(from, from + BATCH);
    const refused =
      (await readShortage(program, account, currency, batch)) ??
      (await refusedFor(program, account, currency, batch));
    sum += refused ?? (await previewed(program, currency, batch));
  }
  return sum;
}

async function refusedFor(
  { chain, address }: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<bigint | undefined> {
  try {
    await chain.client.simulateContract({
      account,
      address,
      abi: EXPLAINED_ABI,
      functionName: "post",
      args: [currency.address, sales, zeroHash],
    });
    return undefined;
  } catch (error) {
    const explained = explainRevert(error);
    const owed = explained instanceof RevertError ? explained.owed : undefined;
    if (owed === undefined) throw explained;
    return owed;
  }
}

async function previewed(
  { chain, address, terms }: Program,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<bigint> {
  const previews = await readMany(
    chain,
    sales.map((sale) => ({
      address,
      abi: programAbi,
      functionName: "preview" as const,
      args: [currency.address, sale] as const,
    })),
  );
  const standing = new Set(terms.standing.map(({ name }) => name));
  return previews.reduce((sum, lines, index) => {
    const amount = sales[index]?.amount ?? 0n;
    const rates = lines.filter(({ source }) => standing.has(source)).map(({ rate }) => rate);
    const rate = rates.reduce((all, one) => all + one, 0);
    // The last line is the residual.
    const attributed = lines
      .slice(0, -1)
      .filter(({ source }) => !standing.has(source))
      .reduce((all, line) => all + line.amount, 0n);
    // Standing lines are set aside together, rounded up.
    return sum + attributed + (amount * BigInt(rate) + BigInt(ONE) - 1n) / BigInt(ONE);
  }, 0n);
}
