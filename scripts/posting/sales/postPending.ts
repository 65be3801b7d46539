import { TributaryError } from "../../../core/TributaryError.ts";
import { refuseMissing } from "../../chain/funds/addFunds.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { fundOnce } from "../journal/fundOnce.ts";
import { requireQuiet, type View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { postItems, type Refusals } from "../journal/postItems.ts";
import { resendLost } from "../journal/resendLost.ts";
import type { Companions } from "../lanes/companionsOf.ts";
import { readLanes } from "../lanes/readLanes.ts";
import { sendBatches } from "../lanes/sendBatches.ts";
import { contentOf } from "./contentOf.ts";
import type { DifferingSale } from "./findDiffering.ts";
import { findPayers } from "./findPayers.ts";
import { groupByCurrency, type PostingGroup } from "./groupByCurrency.ts";
import { passOverPosted } from "./passOverPosted.ts";
import { pointOutDates } from "./pointOutDates.ts";
import type { ListedSale } from "./readSalesFile.ts";
import { toRefused } from "./toRefused.ts";
import { type Funded, workOutFunding } from "./workOutFunding.ts";

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

/** Sales to post, and how. */
export interface PendingSales {
  readonly sales: readonly ListedSale[];
  readonly companions: Companions;
  /** By which they go in the order of their time. */
  readonly lane: number;
  /** Waited for when the funds suffice. */
  readonly beforePosting?: () => Promise<void>;
}

/** Posts checked sales that are not posted yet, by their time, funding what they owe. What the program refuses is left out. */
export async function postPending(
  posting: Posting,
  { sales, companions, lane, beforePosting = async () => {} }: PendingSales,
): Promise<PostingOutcome> {
  const { program, progress } = posting;
  const funded: Funded[] = [];
  const differing: DifferingSale[] = [];
  let topUps = 0;
  const mayTopUp = () => topUps++ < TOP_UPS;
  // Once a batch was refused, each is tried before it is sent.
  let isCareful = false;
  const refusals = await postItems(posting, {
    kind: "sale",
    items: sales,
    readPending: async (some, view) => {
      const found = await passOverPosted(posting, some, view);
      differing.push(...found.differing);
      return found.pending;
    },
    send: async (pending, view) => {
      const time = await refuseBeforeStart(program);
      const far = pointOutDates(program.terms, time, pending);
      if (far !== undefined) progress.note(far);
      posting.journal.remember(
        new Map(pending.map((sale) => [sale.id, contentOf(sale, program.terms)])),
      );
      const groups = groupByCurrency(program, pending, findPayers(posting, pending));
      const lanes = await Promise.all(
        groups.map(({ currency }) => readLanes(program, currency, lane, view.block)),
      );
      const found = await fundWhatIsMissing(posting, companions, groups, view, funded);
      const refused = new Map(found);
      await posting.observe("funded");
      await beforePosting();
      await progress.during("Posting", pending.length - refused.size, async () => {
        for (const [index, group] of groups.entries()) {
          const own = lanes[index];
          if (own === undefined) continue;
          const left = group.sales.filter(({ id }) => !refused.has(id));
          const { evidence } = posting;
          const onShortage = () => mayLookAgain(posting, mayTopUp);
          const sending = { ...group, companions, evidence, lanes: own, isCareful, onShortage };
          const more = await sendBatches(posting, { ...sending, sales: left }).catch((error) => {
            isCareful = true;
            throw error;
          });
          for (const [id, error] of more) refused.set(id, error);
        }
      });
      return refused;
    },
  });
  return { funded, differing, refused: toRefused(refusals, sales) };
}

/** What is under way draws on the funds, too: the next look at the chain sees what is left of them. */
async function mayLookAgain(posting: Posting, mayTopUp: () => boolean): Promise<boolean> {
  // Funds that a reorganisation took back are not added a second time.
  return (await resendLost(posting)) || mayTopUp();
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

/**
 * Adds what all the sales owe beyond the funds. Refused before anything is sent where the wallet does not have it.
 * @param funded Told each sum as it is in, whatever becomes of the next. Returns what the program refuses.
 */
async function fundWhatIsMissing(
  posting: Posting,
  companions: Companions,
  groups: readonly PostingGroup[],
  view: View,
  funded: Funded[],
): Promise<Refusals> {
  const { account, program } = posting;
  const { missing, refused } = await workOutFunding(posting, companions, groups, view);
  if (missing.length > 0 && program.chain.recording === undefined)
    await requireQuiet(posting, view);
  for (const { currency, amount } of missing) {
    await refuseMissing(program, account, currency, amount);
  }
  let { nonce } = view;
  for (const { currency, amount } of missing) {
    nonce = await fundOnce(posting, currency, amount, { nonce });
    funded.push({ currency, amount });
  }
  return refused;
}
