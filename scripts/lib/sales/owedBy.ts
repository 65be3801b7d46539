import type { Address } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Currency } from "../chain/Currency.ts";
import { EXPLAINED_ABI, explainRevert } from "../chain/explainRevert.ts";
import type { Program } from "../chain/openProgram.ts";
import { RevertError } from "../chain/RevertError.ts";
import { readMany } from "../chain/readMany.ts";
import { ONE } from "../text/parsePercentage.ts";
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
  sales: readonly PostedSale[],
): Promise<bigint> {
  let sum = 0n;
  for (let from = 0; from < sales.length; from += BATCH) {
    const batch = sales.slice(from, from + BATCH);
    sum += (await refusedFor(program, account, batch)) ?? (await previewed(program, batch));
  }
  return sum;
}

async function refusedFor(
  { chain, address }: Program,
  account: Address,
  sales: readonly PostedSale[],
): Promise<bigint | undefined> {
  try {
    await chain.client.simulateContract({
      account,
      address,
      abi: EXPLAINED_ABI,
      functionName: "post",
      args: [sales],
    });
    return undefined;
  } catch (error) {
    const explained = explainRevert(error);
    const owed = explained instanceof RevertError ? explained.owed : undefined;
    if (owed === undefined) throw explained;
    return owed;
  }
}

async function previewed(program: Program, sales: readonly PostedSale[]): Promise<bigint> {
  const { chain, address, terms } = program;
  const elsewhere = sales.filter(({ payer }) => /^0x0+$/.test(payer));
  const previews = await readMany(
    chain,
    elsewhere.map((sale) => ({
      address,
      abi: programAbi,
      functionName: "preview" as const,
      args: [sale] as const,
    })),
  );
  const standing = new Set(terms.standing.map(({ name }) => name));
  return previews.reduce((sum, lines, index) => {
    const amount = elsewhere[index]?.amount ?? 0n;
    const rate = lines
      .filter(({ source }) => standing.has(source))
      .reduce((all, line) => all + line.rate, 0);
    const attributed = lines
      .slice(0, -1)
      .filter(({ source }) => !standing.has(source))
      .reduce((all, line) => all + line.amount, 0n);
    // Standing lines are set aside together, rounded up.
    return sum + attributed + (amount * BigInt(rate) + BigInt(ONE) - 1n) / BigInt(ONE);
  }, 0n);
}

/** The sales of each currency apart, with the currency. */
export function byCurrency(
  currencies: readonly Currency[],
  sales: readonly PostedSale[],
): [Currency, PostedSale[]][] {
  return currencies
    .map((currency): [Currency, PostedSale[]] => [
      currency,
      sales.filter((sale) => sale.currency === currency.index),
    ])
    .filter(([, own]) => own.length > 0);
}
