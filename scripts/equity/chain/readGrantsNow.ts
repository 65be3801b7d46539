import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { readMany } from "../../chain/readMany.ts";
import type { EquityPlan } from "./openEquityPlan.ts";
import { readPlanNow } from "./readPlanNow.ts";

/** A grant as the plan tells it now. */
export type LiveGrant = Awaited<ReturnType<typeof readGrantsNow>>[number];

/** The numbers of all grants that were made. */
export async function idsOf(plan: EquityPlan): Promise<bigint[]> {
  const { grants } = await readPlanNow(plan, "overview", []);
  return Array.from({ length: Number(grants) }, (_, index) => BigInt(index) + 1n);
}

/** Grants as they are now, with what they earned in each currency. */
export async function readGrantsNow(plan: EquityPlan, ids: readonly bigint[]) {
  const { chain, address, currencies } = plan;
  const contract = { address, abi: equityPlanAbi } as const;
  const { timestamp } = await chain.client.getBlock();
  const states = await readMany(
    chain,
    ids.map((id) => ({ ...contract, functionName: "grantAt", args: [id] }) as const),
  );
  const vested = await readMany(
    chain,
    ids.map((id) => ({ ...contract, functionName: "vestedOf", args: [id, timestamp] }) as const),
  );
  const pairs = ids.flatMap((id) => currencies.map((currency) => [id, currency.address] as const));
  const earnings = await readMany(
    chain,
    pairs.map((args) => ({ ...contract, functionName: "earningsOf", args }) as const),
  );
  return ids.flatMap((id, index) => {
    const state = states[index];
    if (state === undefined) return [];
    const from = index * currencies.length;
    return [
      {
        ...{ id, state, vested: vested[index] ?? 0n },
        /** By currency, in the plan's order. */
        earnings: earnings.slice(from, from + currencies.length),
      },
    ];
  });
}
