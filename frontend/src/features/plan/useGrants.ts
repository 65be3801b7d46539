import type { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ContractFunctionReturnType, zeroAddress } from "viem";
import type { Plan } from "./usePlan";
import { usePlanView } from "./usePlanView";

type View<Name extends "grantAt" | "earningsOf" | "waitingFor"> = ContractFunctionReturnType<
  typeof equityPlanAbi,
  "view",
  Name
>;

/** A grant as it is now, by the plan's views. */
export interface LiveGrant extends View<"grantAt"> {
  readonly id: bigint;
  readonly vested: bigint;
  /** In the plan's order of currencies. */
  readonly earnings: readonly View<"earningsOf">[];
  /** What waits for it, if anything. */
  readonly move: View<"waitingFor">[0] | undefined;
  readonly offer: View<"waitingFor">[1] | undefined;
}

/** Some grants of a plan, in the order that they are asked for. */
export function useGrants(
  plan: Plan,
  ids: readonly bigint[],
  revision: string,
): UseQueryResult<readonly LiveGrant[]> {
  return usePlanView(plan, ["grants", ...ids.map(String)], revision, async (read, client) => {
    const { timestamp } = await client.getBlock();
    return Promise.all(
      ids.map(async (id): Promise<LiveGrant> => {
        const [state, vested, [move, offer], earnings] = await Promise.all([
          read.grantAt([id]),
          read.vestedOf([id, timestamp]),
          read.waitingFor([id]),
          Promise.all(plan.currencies.map(({ address }) => read.earningsOf([id, address]))),
        ]);
        return {
          ...{ ...state, id, vested, earnings },
          move: move.to === zeroAddress ? undefined : move,
          offer: offer.price === 0n ? undefined : offer,
        };
      }),
    );
  });
}
