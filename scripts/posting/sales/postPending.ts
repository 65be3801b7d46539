import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { refuseMissing } from "../../chain/funds/addFunds.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readProgram } from "../../chain/readProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { fundOnce } from "../journal/fundOnce.ts";
import type { Posting } from "../journal/Posting.ts";
import { postItems, type Refusals } from "../journal/postItems.ts";
import { resendLost } from "../journal/resendLost.ts";
import { sendItems } from "../journal/sendItems.ts";
import { contentOf } from "./contentOf.ts";
import type { DifferingSale } from "./findDiffering.ts";
import { findPayers } from "./findPayers.ts";
import { encodePost, groupForPosting, type PostingGroup } from "./groupForPosting.ts";
import { owedBy } from "./owedBy.ts";
import { passOverPosted } from "./passOverPosted.ts";
import { pointOutDates } from "./pointOutDates.ts";
import type { ListedSale } from "./readSalesFile.ts";
import { toRefused } from "./toRefused.ts";

export interface Funded {
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What came of posting. */
export interface PostingOutcome {
  /** What was added to the program's funds. */
  readonly funded: readonly Funded[];
  /** Sales that are posted otherwise than the file says. */
  readonly differing: readonly DifferingSale[];
  /** What the program refused when it was tried. */
  readonly refused: readonly RefusedRow[];
}

/** How often funds are added anew where a token or the clock makes them short again. */
const TOP_UPS = 3;

/** Posts checked sales that are not posted yet, in order, funding what they owe. What the program refuses is left out. */
export async function postPending(
  posting: Posting,
  sales: readonly ListedSale[],
  beforePosting: () => Promise<void> = async () => {},
): Promise<PostingOutcome> {
  const { program, progress } = posting;
  const funded: Funded[] = [];
  const differing: DifferingSale[] = [];
  const refusals = await postItems(posting, {
    kind: "sale",
    items: sales,
    readPending: async (some) => {
      const found = await passOverPosted(posting, some);
      differing.push(...found.differing);
      return found.pending;
    },
    send: async (pending) => {
      const time = await refuseBeforeStart(program);
      const far = pointOutDates(program.terms, time, pending);
      if (far !== undefined) progress.note(far);
      posting.journal.remember(
        new Map(pending.map((sale) => [sale.id, contentOf(sale, program.terms)])),
      );
      const groups = groupForPosting(program, pending, await findPayers(program, pending));
      const missing = await fundWhatIsMissing(posting, groups);
      funded.push(...missing.funded);
      await posting.observe("funded");
      await beforePosting();
      const refused = new Map(missing.refused);
      await progress.during("Posting", pending.length - refused.size, async () => {
        for (const { items, ...group } of groups) {
          const left = items.filter(({ sale }) => !refused.has(sale.id));
          const posted = await postGroup(posting, { ...group, items: left });
          funded.push(...posted.funded);
          for (const [id, error] of posted.refused) refused.set(id, error);
        }
      });
      return refused;
    },
  });
  return { funded, differing, refused: toRefused(refusals, sales) };
}

/** What had to be added to the funds, and what was refused. */
interface Step {
  readonly funded: readonly Funded[];
  readonly refused: Refusals;
}

async function postGroup(posting: Posting, { currency, items }: PostingGroup): Promise<Step> {
  const funded: Funded[] = [];
  const refused = await sendItems(posting, {
    purpose: "post",
    items,
    idOf: ({ sale }) => sale.id,
    encode: (batch) => encodePost(currency, batch, posting.evidence),
    onShortage: async (error) => {
      // Funds that a reorganisation took back are not added a second time.
      if (await resendLost(posting)) return true;
      if (funded.length >= TOP_UPS || error.owed === undefined) return false;
      const amount = error.owed - error.funds;
      await fundOnce(posting, currency, amount);
      funded.push({ currency, amount });
      return true;
    },
  });
  return { funded, refused };
}

/** Returns the chain's time. */
async function refuseBeforeStart({ chain, terms }: Program): Promise<number> {
  const { timestamp } = await chain.client.getBlock();
  if (timestamp >= BigInt(terms.start)) return Number(timestamp);
  throw new TributaryError(`The program starts on ${new Date(terms.start * 1000).toISOString()}.`, {
    found: `a chain whose clock is at ${new Date(Number(timestamp) * 1000).toISOString()}`,
    todo: "Post then. On a development chain --clock moves the clock to the sales' dates.",
  });
}

/** Adds what all the sales owe beyond the funds. Refused before anything is sent where the wallet does not have it. */
async function fundWhatIsMissing(posting: Posting, groups: readonly PostingGroup[]): Promise<Step> {
  const { account, program } = posting;
  const solvency = await readProgram(program, "solvency", []);
  const missing: Funded[] = [];
  const refused = new Map<Hex, RevertError>();
  for (const { currency, items, isPaid } of groups) {
    // A sale that was paid on chain brings its own money.
    if (isPaid) continue;
    const funds = solvency[currency.index]?.funds ?? 0n;
    const sales = items.map(({ sale }) => sale);
    const owed = await owedBy(program, account, currency, sales);
    for (const [id, error] of owed.refused) refused.set(id, error);
    const amount = owed.amount - funds;
    if (amount > 0n) missing.push({ currency, amount });
  }
  for (const { currency, amount } of missing) {
    await refuseMissing(program, account, currency, amount);
  }
  for (const { currency, amount } of missing) await fundOnce(posting, currency, amount);
  return { funded: missing, refused };
}
