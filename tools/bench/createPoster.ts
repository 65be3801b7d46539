import { type Address, type Hex, keccak256, stringToHex } from "viem";
import type { Batch, BatchSale } from "../../core/batches/Batch.ts";
import { SALE_POSTED } from "../../core/batches/leafOf.ts";
import { nextHead } from "../../core/batches/nextHead.ts";
import { packBatch } from "../../core/batches/packBatch.ts";
import { type ShownSale, showSales } from "../../core/batches/showSales.ts";
import type { BenchProgram } from "./createBenchProgram.ts";
import type { Bench } from "./openBench.ts";

const EVIDENCE = keccak256(stringToHex("evidence"));
const LANE = 1;

export type Poster = ReturnType<typeof createPoster>;

/** Posts batches in the first lane, one window after the other. */
export function createPoster(bench: Bench, { program, start, currencies }: BenchProgram) {
  const lanes = new Map<Address, { head: bigint; until: number }>();
  /** Sends a batch. Its sales are all of its window's one second. */
  const post = async (
    currency: Address,
    sales: readonly Omit<BatchSale, "time">[],
    partners: Batch["partners"] = [],
  ): Promise<Hex> => {
    const { head, until: from } = lanes.get(currency) ?? { head: 0n, until: start };
    // No clock's time: its bytes would make each run cost something else.
    const until = from + 1;
    const timed = sales.map((sale) => ({ ...sale, time: until - 1 }));
    const packed = packBatch({ partners, sales: timed });
    const window = { head, lane: LANE, from, until, evidence: EVIDENCE, packed };
    const hash = await program.write.post([
      ...([currency, BigInt(LANE), head, BigInt(from), BigInt(until), EVIDENCE, packed] as const),
    ]);
    const index = currencies.indexOf(currency);
    lanes.set(currency, { head: nextHead({ ...window, currency: index }), until });
    return hash;
  };
  /** Shows a batch's sales by their places. */
  const show = async (hash: Hex): Promise<(place: number) => ShownSale> => {
    const { logs } = await bench.client.waitForTransactionReceipt({ hash });
    const posted = logs.filter(({ topics }) => topics[0] === SALE_POSTED);
    const root = await program.read.rootOf([await program.read.batchCount()]);
    return showSales(posted, root);
  };
  return { post, show };
}
