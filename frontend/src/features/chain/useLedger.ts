import { ETHER } from "@core/currency/ETHER";
import type { Ledger } from "@core/ledger/Ledger";
import { readLedger } from "@core/ledger/readLedger";
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address } from "viem";
import { useChainInfo } from "./ChainContext";
import { pollEvery } from "./pollEvery";
import { type ReadLogs, refreshLogs } from "./refreshLogs";
import { useReader } from "./useReader";

export interface LedgerState extends ReadLogs {
  readonly ledger: Ledger;
}

/** A program's events, kept up to date: each time only the newest blocks are read. */
export function useLedger(address: Address): UseQueryResult<LedgerState> {
  const { chain } = useChainInfo();
  const client = useReader();
  const queries = useQueryClient();
  const queryKey = ["ledger", chain.id, address];
  return useQuery({
    queryKey,
    queryFn: async () => {
      const cached = queries.getQueryData<LedgerState>(queryKey);
      const read = await refreshLogs(client, address, cached);
      const isSame = cached !== undefined && cached.logs === read.logs;
      return { ...read, ledger: isSame ? cached.ledger : readLedger(read.logs, ETHER) };
    },
    refetchInterval: pollEvery(chain.id),
    retry: 1,
    // The ledger keeps its identity while no event is new; comparing its parts would be slower.
    structuralSharing: false,
  });
}
