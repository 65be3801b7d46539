import { programAbi } from "../../../generated/abis.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Feed } from "../feed/Feed.ts";
import { feedItems } from "../feed/feedItems.ts";
import { fundOnce } from "../feed/fundOnce.ts";
import { resendLost } from "../feed/resendLost.ts";
import { sendItems } from "../feed/sendItems.ts";
import { refuseMissing } from "../funds/addFunds.ts";
import { TributaryError } from "../TributaryError.ts";
import { findPayers } from "./findPayers.ts";
import { encodePost, groupForPosting, type PostingGroup } from "./groupForPosting.ts";
import { owedBy } from "./owedBy.ts";
import { passOverPosted } from "./passOverPosted.ts";
import type { ListedSale } from "./readSalesFile.ts";

export interface Funded {
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What came of posting. */
export interface Posting {
  /** What was added to the program's funds. */
  readonly funded: readonly Funded[];
  /** Ids that are posted already, but with another kind, currency or amount. */
  readonly differing: readonly string[];
}

/** How often funds are added anew where a token or the clock makes them short again. */
const TOP_UPS = 3;

/** Posts checked sales that are not posted yet, in order, funding what they owe. */
export async function postPending(
  feed: Feed,
  sales: readonly ListedSale[],
  beforePosting: () => Promise<void> = async () => {},
): Promise<Posting> {
  const { program, progress } = feed;
  const funded: Funded[] = [];
  const differing = new Set<string>();
  await feedItems(feed, {
    kind: "sale",
    items: sales,
    readPending: async (some) => {
      const found = await passOverPosted(program, some);
      for (const name of found.differing) differing.add(name);
      return found.pending;
    },
    send: async (pending) => {
      await refuseBeforeStart(program);
      const groups = groupForPosting(program, pending, await findPayers(program, pending));
      funded.push(...(await fundWhatIsMissing(feed, groups)));
      await feed.observe("funded");
      await beforePosting();
      progress.start("Posting", pending.length);
      for (const group of groups) funded.push(...(await postGroup(feed, group)));
      progress.stop();
    },
  });
  return { funded, differing: [...differing] };
}

/** Returns what had to be added to the funds on the way. */
async function postGroup(feed: Feed, { currency, items }: PostingGroup): Promise<Funded[]> {
  const funded: Funded[] = [];
  await sendItems(feed, {
    purpose: "post",
    items,
    idOf: ({ sale }) => sale.id,
    encode: (batch) => encodePost(currency, batch, feed.evidence),
    onShortage: async (error) => {
      // Funds that a reorganisation took back are not added a second time.
      if (await resendLost(feed)) return true;
      if (funded.length >= TOP_UPS || error.owed === undefined) return false;
      const amount = error.owed - error.funds;
      await fundOnce(feed, currency, amount);
      funded.push({ currency, amount });
      return true;
    },
  });
  return funded;
}

async function refuseBeforeStart({ chain, terms }: Program): Promise<void> {
  const { timestamp } = await chain.client.getBlock();
  if (timestamp >= BigInt(terms.start)) return;
  throw new TributaryError(`The program starts on ${new Date(terms.start * 1000).toISOString()}.`, {
    found: `a chain whose clock is at ${new Date(Number(timestamp) * 1000).toISOString()}`,
    todo: "Post then. On a development chain --clock moves the clock to the sales' dates.",
  });
}

/** Adds what all the sales owe beyond the funds. Refused before anything is sent where the wallet does not have it. */
async function fundWhatIsMissing(
  feed: Feed,
  groups: readonly PostingGroup[],
): Promise<readonly Funded[]> {
  const { account, program } = feed;
  const solvency = await program.chain.client.readContract({
    address: program.address,
    abi: programAbi,
    functionName: "solvency",
  });
  const missing: Funded[] = [];
  for (const { currency, items, isPaid } of groups) {
    // A sale that was paid on chain brings its own money.
    if (isPaid) continue;
    const funds = solvency[currency.index]?.funds ?? 0n;
    const sales = items.map(({ sale }) => sale);
    const amount = (await owedBy(program, account, currency, sales)) - funds;
    if (amount > 0n) missing.push({ currency, amount });
  }
  for (const { currency, amount } of missing) {
    await refuseMissing(program, account, currency, amount);
  }
  for (const { currency, amount } of missing) await fundOnce(feed, currency, amount);
  return missing;
}
