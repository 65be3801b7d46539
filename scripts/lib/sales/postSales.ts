import type { Address } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";
import { readMany } from "../chain/readMany.ts";
import type { Progress } from "../cli/Progress.ts";
import { addFunds, refuseMissing } from "../funds/addFunds.ts";
import { readPartners } from "../partners/readPartners.ts";
import { TributaryError } from "../TributaryError.ts";
import { findPayers } from "./findPayers.ts";
import {
  encodePost,
  groupForPosting,
  type PostingGroup,
  type PostingItem,
} from "./groupForPosting.ts";
import { owedBy } from "./owedBy.ts";
import { type ListedSale, readSalesFile } from "./readSalesFile.ts";
import { type SentBatches, sendBatches } from "./sendBatches.ts";

export interface PostSalesParameters {
  readonly file: string;
  readonly account: Address;
  readonly progress: Progress;
}

export interface PostSalesResult {
  readonly posted: number;
  readonly alreadyPosted: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
  /** What was added to the program's funds for it. */
  readonly funded: readonly { readonly currency: Currency; readonly amount: bigint }[];
  /** Ids that are posted already, but with another kind, currency or amount. */
  readonly differing: readonly string[];
}

export interface PostPendingParameters extends Omit<PostSalesParameters, "file"> {
  /** Called when all is funded. */
  readonly beforePosting?: () => Promise<void>;
}

/** How often funds are added anew where a token or the clock makes them short again. */
const TOP_UPS = 3;

/** Posts each sale of a file once. What is posted already is passed over, so an interrupted run goes on where it stopped. */
export async function postSales(
  program: Program,
  parameters: PostSalesParameters,
): Promise<PostSalesResult> {
  const { file, progress } = parameters;
  const listed = await readSalesFile(file, program, await readPartners(program));
  const { pending, differing } = await passOverPosted(program, listed, progress);
  const sent = await postPending(program, pending, parameters);
  return {
    ...sent,
    posted: pending.length,
    alreadyPosted: listed.length - pending.length,
    differing,
  };
}

/** Posts checked sales, in order, funding what they owe. */
export async function postPending(
  program: Program,
  pending: readonly ListedSale[],
  { account, progress, beforePosting }: PostPendingParameters,
): Promise<Pick<PostSalesResult, "transactions" | "gasUsed" | "funded">> {
  if (pending.length === 0) return { transactions: 0, gasUsed: 0n, funded: [] };
  await refuseBeforeStart(program);
  const groups = groupForPosting(program, pending, await findPayers(program, pending));
  const funded = await fundWhatIsMissing(program, account, groups);
  await beforePosting?.();
  progress.start("Posting", pending.length);
  const sent: SentBatches[] = [];
  for (const group of groups) sent.push(await postGroup(program, account, group, progress));
  progress.stop();
  return {
    transactions: sent.reduce((sum, part) => sum + part.transactions, 0),
    gasUsed: sent.reduce((sum, part) => sum + part.gasUsed, 0n),
    funded,
  };
}

async function postGroup(
  program: Program,
  account: Address,
  { currency, items }: PostingGroup,
  progress: Progress,
): Promise<SentBatches> {
  let topUps = 0;
  return sendBatches<PostingItem>(program, {
    account,
    items,
    progress,
    encode: (batch) => encodePost(currency, batch),
    onShortage: async (error) => {
      if (topUps >= TOP_UPS || error.owed === undefined) return false;
      topUps++;
      await addFunds(program, account, currency, error.owed - error.funds);
      return true;
    },
  });
}

/** The sales of a file that are not posted yet, and those that are posted otherwise than it says. */
export async function passOverPosted(
  program: Program,
  listed: readonly ListedSale[],
  progress: Progress,
): Promise<{ pending: ListedSale[]; differing: string[] }> {
  const { chain, address } = program;
  const states = await readMany(
    chain,
    listed.map(({ id }) => ({
      address,
      abi: programAbi,
      functionName: "saleOf" as const,
      args: [id] as const,
    })),
  );
  const pending: ListedSale[] = [];
  const differing: string[] = [];
  for (const [index, sale] of listed.entries()) {
    const [amount = 0n, , kind, currency] = states[index] ?? [];
    if (amount === 0n) pending.push(sale);
    else if (amount !== sale.amount || kind !== sale.kind || currency !== sale.currency.address)
      differing.push(sale.name);
  }
  if (differing.length > 0) {
    const some = differing.slice(0, 5).join(", ");
    progress.note(
      `Warning: ${differing.length} of these sales are posted already, but with another kind, currency or amount (${some}). They stay as they were posted; refund them if that is wrong.`,
    );
  }
  return { pending, differing };
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
  program: Program,
  account: Address,
  groups: readonly PostingGroup[],
): Promise<PostSalesResult["funded"]> {
  const solvency = await program.chain.client.readContract({
    address: program.address,
    abi: programAbi,
    functionName: "solvency",
  });
  const missing: { currency: Currency; amount: bigint }[] = [];
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
  for (const { currency, amount } of missing) await addFunds(program, account, currency, amount);
  return missing;
}
