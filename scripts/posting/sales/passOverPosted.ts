import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** What a program has of sales that are to be posted. */
export interface PassedOver {
  readonly pending: ListedSale[];
  /** Those that are posted otherwise than the file says. */
  readonly differing: string[];
}

/** The sales that are not posted yet, and those that are posted otherwise than they should be. */
export async function passOverPosted(
  program: Program,
  listed: readonly ListedSale[],
): Promise<PassedOver> {
  const asked = listed.map(({ id }) => [id] as const);
  const states = await readEach(program, "saleOf", asked);
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
