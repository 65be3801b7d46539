import type { PlanHistory } from "@core/ledger/plan/PlanHistory";
import type { PlanLedger } from "@core/ledger/plan/PlanLedger";
import { rebuildPlan } from "@core/ledger/plan/rebuildPlan";
import { decodePlanEvents, type PlanEvent } from "@core/logs/decodePlanEvents";
import { readTimes } from "@core/logs/readTimes";
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Reader } from "../../lib/site/openReader";
import { useChainInfo } from "../chain/ChainContext";
import { pollEvery } from "../chain/pollEvery";
import { type ReadLogs, refreshLogs, settledBefore } from "../chain/refreshLogs";
import { useReader } from "../chain/useReader";
import type { Plan } from "./usePlan";

type Times = ReadonlyMap<bigint, number>;

/** What happened in a plan, and the books that it makes. */
export interface PlanPast extends ReadLogs {
  readonly history: PlanHistory;
  readonly ledger: PlanLedger;
  /** Of the blocks with events. */
  readonly times: Times;
}

/** A plan's events, kept up to date: each time only the newest blocks are read. */
export function usePlanPast(plan: Plan): UseQueryResult<PlanPast> {
  const { chain } = useChainInfo();
  const client = useReader();
  const queries = useQueryClient();
  const queryKey = ["plan past", chain.id, plan.address];
  return useQuery({
    queryKey,
    queryFn: async () => {
      const cached = queries.getQueryData<PlanPast>(queryKey);
      const read = await refreshLogs(client, plan.address, cached);
      const isSame = cached !== undefined && cached.logs === read.logs;
      const isAsBefore = isSame && isExited(cached, read) === isExited(cached, cached);
      return isAsBefore ? { ...cached, ...read } : build(client, plan, read, cached);
    },
    refetchInterval: pollEvery(chain.id),
    retry: 1,
    // The ledger keeps its identity while no event is new.
    structuralSharing: false,
  });
}

/** An exit that was announced is in effect by time alone. */
function isExited({ ledger: { exit } }: PlanPast, { head }: Pick<ReadLogs, "head">): boolean {
  return exit !== undefined && BigInt(exit.at) <= head.time;
}

async function build(
  client: Reader,
  { settings, currencies }: Plan,
  read: ReadLogs,
  cached: PlanPast | undefined,
): Promise<PlanPast> {
  const { head, logs } = read;
  const happened = decodePlanEvents(logs);
  const times = await timesOf(client, happened, cached);
  const events = happened.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
  const history = { block: head.number, time: Number(head.time), events };
  return { ...read, history, times, ledger: rebuildPlan(settings, currencies, history) };
}

/** Asked for once, but for the newest blocks, which may become others. */
async function timesOf(
  client: Reader,
  events: readonly PlanEvent[],
  cached: PlanPast | undefined,
): Promise<Times> {
  const settled = cached === undefined ? 0n : settledBefore(cached);
  const known = [...(cached?.times ?? [])].filter(([block]) => block < settled);
  const knows = new Set(known.map(([block]) => block));
  const unknown = events.filter(({ blockNumber }) => !knows.has(blockNumber));
  return new Map([...known, ...(await readTimes(client, unknown))]);
}
