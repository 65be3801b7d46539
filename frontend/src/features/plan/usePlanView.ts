import { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Reader } from "../../lib/site/openReader";
import { type Views, viewsOf } from "../../lib/site/viewsOf";
import { useAnswers } from "../chain/useAnswers";
import { useReader } from "../chain/useReader";
import type { Plan } from "./usePlan";

/** Reads the plan's views. */
export function usePlanView<Data>(
  { address }: Pick<Plan, "address">,
  key: readonly string[],
  revision: string,
  ask: (views: Views<typeof equityPlanAbi>, client: Reader) => Promise<Data>,
): UseQueryResult<Data> {
  const client = useReader();
  const views = viewsOf(client, address, equityPlanAbi);
  return useAnswers(address, key, revision, () => ask(views, client));
}
