import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readMany } from "../../chain/readMany.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** What a program has of sales that are to be posted. */
export interface PassedOver {
  readonly pending: ListedSale[];
  /** Those that are posted otherwise than the file says. */
  readonly differing: string[];
}

/** The sales that are not posted yet, and those that are posted otherwise than they should be. */
export async function passOverPosted(
  { chain, address }: Program,
  listed: readonly ListedSale[],
): Promise<PassedOver> {
  const states = await readMany(
    chain,
    listed.map(({ id }) => ({
      address,
      abi: programAbi,
      functionName: "saleOf" as const,
      args: [id] as const,
    })),
  );
  const pending: ListedSale[] = [];
  const differing: string[] = [];
  for (const [index, sale] of listed.entries()) {
    const [amount = 0n, , kind, currency] = states[index] ?? [];
    if (amount === 0n) pending.push(sale);
    else if (amount !== sale.amount || kind !== sale.kind || currency !== sale.currency.address)
      differing.push(sale.name);
  }
  return { pending, differing };
}
