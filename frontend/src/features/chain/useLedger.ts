import { ETHER } from "@core/currency/ETHER";
import type { Ledger } from "@core/ledger/Ledger";
import { readLedger } from "@core/ledger/readLedger";
import { findCreationBlock } from "@core/logs/findCreationBlock";
import { readLogs } from "@core/logs/readLogs";
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address, Log, PublicClient } from "viem";
import { useChainInfo } from "./ChainContext";
import { pollEvery } from "./pollEvery";
import { useReader } from "./useReader";

/** The newest blocks are read again each time: a reorganised chain may have others in their place. */
const UNSETTLED_BLOCKS = 32n;

/** More for one reading would keep the visitor waiting: the node's ranges are too small to be of use. */
const MOST_QUESTIONS = 600;

interface Head {
  readonly number: bigint;
  /** Seconds. */
  readonly time: bigint;
}

export interface LedgerState {
  readonly ledger: Ledger;
  readonly head: Head;
  /** What the ledger was read from, in order. */
  readonly logs: readonly Log[];
}

interface Cached extends LedgerState {
  readonly firstBlock: bigint;
}

/** A program's events, kept up to date: each time only the newest blocks are read. */
export function useLedger(address: Address): UseQueryResult<LedgerState> {
  const { chain } = useChainInfo();
  const client = useReader();
  const queries = useQueryClient();
  const queryKey = ["ledger", chain.id, address];
  return useQuery({
    queryKey,
    queryFn: () => refresh(client, address, queries.getQueryData<Cached>(queryKey)),
    refetchInterval: pollEvery(chain.id),
    retry: 1,
    // The ledger keeps its identity while no event is new; comparing its parts would be slower.
    structuralSharing: false,
  });
}

async function refresh(
  client: PublicClient,
  address: Address,
  cached: Cached | undefined,
): Promise<Cached> {
  const block = await client.getBlock();
  const head = { number: block.number, time: block.timestamp };
  // A chain that has become shorter is another chain: a local one that was started again.
  const old = cached !== undefined && cached.head.number <= head.number ? cached : undefined;
  if (old?.head.number === head.number) return { ...old, head };
  const firstBlock = old?.firstBlock ?? (await firstBlockOf(client, address, head.number));
  const from = old === undefined ? firstBlock : max(firstBlock, old.head.number - UNSETTLED_BLOCKS);
  const settled = old?.logs.filter(({ blockNumber }) => (blockNumber ?? 0n) < from) ?? [];
  const news = await logsOf(client, address, from, head.number);
  const logs = [...settled, ...news];
  const same = old !== undefined && isSame(old.logs, logs);
  return { logs, head, firstBlock, ledger: same ? old.ledger : readLedger(logs, ETHER) };
}

/** Most nodes answer for all blocks at once; where they don't, it pays to know where the program begins. */
async function firstBlockOf(
  client: PublicClient,
  address: Address,
  lastBlock: bigint,
): Promise<bigint> {
  return findCreationBlock(
    async (blockNumber) => (await client.getCode({ address, blockNumber })) !== undefined,
    lastBlock,
  );
}

function logsOf(
  client: PublicClient,
  address: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Log[]> {
  return readLogs<Log>((from, to) => client.getLogs({ address, fromBlock: from, toBlock: to }), {
    fromBlock,
    toBlock,
    mostQuestions: MOST_QUESTIONS,
  });
}

function isSame(before: readonly Log[], after: readonly Log[]): boolean {
  const last = before.at(-1);
  const newest = after.at(-1);
  return (
    before.length === after.length &&
    last?.blockHash === newest?.blockHash &&
    last?.logIndex === newest?.logIndex
  );
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
