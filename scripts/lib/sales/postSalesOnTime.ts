import { moveClock, refuseRealClock, setNextBlockTime } from "../chain/moveClock.ts";
import type { Program } from "../chain/openProgram.ts";
import { readPartners } from "../partners/readPartners.ts";
import {
  type PostSalesParameters,
  type PostSalesResult,
  passOverPosted,
  postPending,
} from "./postSales.ts";
import { type ListedSale, readSalesFile } from "./readSalesFile.ts";

/** Seconds before a sale in which it is funded. */
const AHEAD = 10;

/**
 * Posts each sale of a file once, at its own time: moves a development chain's clock to each `occurred_at` in turn. A sale
 * whose time has passed on the chain is posted at once.
 */
export async function postSalesOnTime(
  program: Program,
  parameters: PostSalesParameters,
): Promise<PostSalesResult> {
  const { file, progress } = parameters;
  refuseRealClock(program.chain);
  const listed = await readSalesFile(file, program, await readPartners(program));
  const { pending, differing } = await passOverPosted(program, listed, progress);
  progress.start("Posting", pending.length);
  const quiet = { ...progress, start: () => {}, stop: () => {} };
  const parts: Awaited<ReturnType<typeof postPending>>[] = [];
  for (const [time, sales] of groupByTime(pending)) {
    await moveClock(program.chain, time - AHEAD);
    parts.push(
      await postPending(program, sales, {
        ...parameters,
        progress: quiet,
        beforePosting: () => setNextBlockTime(program.chain, time),
      }),
    );
  }
  progress.stop();
  return {
    posted: pending.length,
    alreadyPosted: listed.length - pending.length,
    transactions: parts.reduce((sum, part) => sum + part.transactions, 0),
    gasUsed: parts.reduce((sum, part) => sum + part.gasUsed, 0n),
    funded: sumFunded(parts.flatMap(({ funded }) => funded)),
    differing,
  };
}

function groupByTime(sales: readonly ListedSale[]): [number, ListedSale[]][] {
  const groups = new Map<number, ListedSale[]>();
  for (const sale of sales)
    groups.set(sale.occurredAt, [...(groups.get(sale.occurredAt) ?? []), sale]);
  return [...groups].sort(([a], [b]) => a - b);
}

function sumFunded(parts: PostSalesResult["funded"]): PostSalesResult["funded"] {
  const sums = new Map<number, PostSalesResult["funded"][number]>();
  for (const { currency, amount } of parts) {
    sums.set(currency.index, {
      currency,
      amount: amount + (sums.get(currency.index)?.amount ?? 0n),
    });
  }
  return [...sums.values()];
}
