import type { Currency } from "../../../core/currency/Currency.ts";
import { monthsSince } from "../../../core/deal/missesOf.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import type { KnownPartner } from "./readPartners.ts";

/** What a partner has reached in one currency towards graduation and milestones. */
export interface Reached {
  readonly currency: Currency;
  readonly earned: bigint;
  readonly sales: number;
  readonly months: number;
  readonly score: number;
}

export async function readReached(
  program: Program,
  { number, wallet, joined }: KnownPartner,
): Promise<Reached[]> {
  const [{ timestamp }, { score }] = await Promise.all([
    program.chain.client.getBlock(),
    readProgram(program, "membershipOf", [wallet]),
  ]);
  const months = monthsSince(joined, Number(timestamp));
  return Promise.all(
    program.currencies.map(async (currency) => {
      const key = [BigInt(number), currency.address] as const;
      const { earned, sales } = await readProgram(program, "progressOf", key);
      return { currency, earned, sales, months, score };
    }),
  );
}
