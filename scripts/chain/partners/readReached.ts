import type { Currency } from "../../../core/currency/Currency.ts";
import { monthsSince } from "../../../core/deal/missesOf.ts";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";
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
  { chain, address, currencies }: Program,
  { number, wallet, joined }: KnownPartner,
): Promise<Reached[]> {
  const contract = { address, abi: programAbi } as const;
  const [{ timestamp }, { score }] = await Promise.all([
    chain.client.getBlock(),
    chain.client.readContract({ ...contract, functionName: "membershipOf", args: [wallet] }),
  ]);
  const months = monthsSince(joined, Number(timestamp));
  return Promise.all(
    currencies.map(async (currency) => {
      const { earned, sales } = await chain.client.readContract({
        ...{ ...contract, functionName: "progressOf", args: [BigInt(number), currency.address] },
      });
      return { currency, earned, sales, months, score };
    }),
  );
}
