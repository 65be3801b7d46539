import { encodeFunctionData, erc20Abi } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { programAbi } from "../../../generated/abis.ts";
import { type CallToMeasure, gasOfCalls } from "../../chain/dry/gasOfCalls.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { openView } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { withPosting } from "../journal/withPosting.ts";
import type { DifferingSale } from "./findDiffering.ts";
import { findPayers } from "./findPayers.ts";
import { findUncredited } from "./findUncredited.ts";
import { encodePost, groupForPosting, type PostingGroup } from "./groupForPosting.ts";
import { passOverPosted } from "./passOverPosted.ts";
import type { PostSalesParameters } from "./postSales.ts";
import { recordSales } from "./recordSales.ts";
import { refuseUncredited } from "./refuseUncredited.ts";
import { toRefused } from "./toRefused.ts";
import { type Funded, workOutFunding } from "./workOutFunding.ts";

/** Sales of one kind of batch whose gas is measured; that of more follows from them. */
const MEASURED = 50;

export interface DryPosting {
  /** Sales that would be posted. */
  readonly wouldPost: number;
  readonly alreadyPosted: number;
  /** Sales of the file that have no credit though a role is paid for their kind. */
  readonly uncredited: number;
  readonly differing: readonly DifferingSale[];
  readonly refused: readonly RefusedRow[];
  /** What would be added to the funds. */
  readonly funding: readonly Funded[];
  /** Of all transactions together; undefined where the RPC cannot tell. */
  readonly gas: bigint | undefined;
}

/** What posting a file would do, with nothing sent and no journal. */
export function dryPostSales(
  program: Program,
  { file, withoutCredits = false, journal: _none, ...parameters }: PostSalesParameters,
): Promise<DryPosting> {
  return withPosting(program, parameters, async (posting) => {
    const seen = await recordSales(posting, file);
    if (!withoutCredits) await refuseUncredited(program, seen, file);
    const view = await openView(posting);
    const { pending, differing } = await passOverPosted(posting, seen.listed, view);
    const groups = groupForPosting(program, pending, await findPayers(program, pending));
    const { missing, refused } = await workOutFunding(posting, groups, view);
    const left = groups.map((group) => ({
      ...group,
      items: group.items.filter(({ sale }) => !refused.has(sale.id)),
    }));
    const all = [...seen.refused, ...toRefused(refused, pending)].sort((a, b) => a.line - b.line);
    const wouldPost = left.reduce((sum, { items }) => sum + items.length, 0);
    return {
      ...{ wouldPost, differing, refused: all, funding: missing },
      uncredited: findUncredited(program.terms, seen.listed).length,
      alreadyPosted: seen.ids.size - wouldPost - all.length,
      gas: await measure(posting, left, missing),
    };
  });
}

async function measure(
  { program, account, evidence }: Posting,
  groups: readonly PostingGroup[],
  missing: readonly Funded[],
): Promise<bigint | undefined> {
  const funding = missing.flatMap((one) => callsOf(program, one));
  const first = groups.filter(({ items }) => items.length > 0);
  const posts = first.map(({ currency, items }) => ({
    ...{ to: program.address, value: 0n },
    data: encodePost(currency, items.slice(0, MEASURED), evidence),
  }));
  if (posts.length === 0) return 0n;
  const gas = await gasOfCalls(program, account, [...funding, ...posts]);
  return gas?.reduce((sum, own, index) => {
    const count = first[index - funding.length]?.items.length ?? 1;
    return sum + (own * BigInt(count)) / BigInt(Math.min(count, MEASURED));
  }, 0n);
}

function callsOf({ address: program }: Program, { currency, amount }: Funded): CallToMeasure[] {
  const { address: token } = currency;
  const args = [token, amount] as const;
  const data = encodeFunctionData({ abi: programAbi, functionName: "fund", args });
  if (token === ETHER) return [{ to: program, value: amount, data }];
  const approval = encodeFunctionData({
    ...{ abi: erc20Abi, functionName: "approve", args: [program, amount] },
  });
  return [
    { to: token, value: 0n, data: approval },
    { to: program, value: 0n, data },
  ];
}
