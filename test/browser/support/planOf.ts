import { type Address, erc20Abi, type PublicClient } from "viem";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { World } from "./World.ts";

/** What the plan's contract says, to compare with what the page shows and does. */
export function planOf(reader: Pick<PublicClient, "readContract">, { plan, token }: World) {
  const contract = { address: plan, abi: equityPlanAbi } as const;
  return {
    vested: (id: bigint, time: bigint) =>
      reader.readContract({ ...contract, functionName: "vestedOf", args: [id, time] }),
    grant: (id: bigint) =>
      reader.readContract({ ...contract, functionName: "grantAt", args: [id] }),
    earnings: (id: bigint, currency: Address) =>
      reader.readContract({ ...contract, functionName: "earningsOf", args: [id, currency] }),
    level: (currency: Address) =>
      reader.readContract({ ...contract, functionName: "levelOf", args: [currency] }),
    overview: () => reader.readContract({ ...contract, functionName: "overview" }),
    tokensOf: (owner: Address) =>
      reader.readContract({
        ...{ address: token, abi: erc20Abi, functionName: "balanceOf", args: [owner] },
      }),
  };
}
