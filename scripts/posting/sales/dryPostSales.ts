import { encodeFunctionData, erc20Abi } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { ValueCall } from "../../chain/recording/encodeCalls.ts";
import { gasOfCalls } from "../../chain/recording/gasOfCalls.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { openView } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { withPosting } from "../journal/withPosting.ts";
import type { Companions } from "../lanes/companionsOf.ts";
import { encodeBatch } from "../lanes/encodeBatch.ts";
import { LATE_LANE } from "../lanes/Lane.ts";
import type { DifferingSale } from "./findDiffering.ts";
import { findPayers } from "./findPayers.ts";
import { findUncredited } from "./findUncredited.ts";
import { groupByCurrency, type PostingGroup } from "./groupByCurrency.ts";
import { passOverPosted } from "./passOverPosted.ts";
import type { PostSalesParameters } from "./postSales.ts";
import { recordSales } from "./recordSales.ts";
import { refuseUncredited } from "./refuseUncredited.ts";
import { toRefused } from "./toRefused.ts";
import { type Funded, workOutFunding } from "./workOutFunding.ts";

/** Sales of a currency whose gas is measured; that of more follows from them. */
const MEASURED = 500;

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
  { file, withoutCredits = false, journal: _none, lane: _any, ...parameters }: PostSalesParameters,
): Promise<DryPosting> {
  return withPosting(program, parameters, async (posting) => {
    const seen = await recordSales(posting, file);
    if (!withoutCredits) refuseUncredited(posting, seen, file);
    const view = await openView(posting);
    const { pending, differing } = await passOverPosted(posting, seen.listed, view);
    const groups = groupByCurrency(program, pending, findPayers(posting, pending));
    const { missing, refused } = await workOutFunding(posting, seen.companions, groups, view);
    const left = groups.map((group) => ({
      ...group,
      sales: group.sales.filter(({ id }) => !refused.has(id)),
    }));
    const all = [...seen.refused, ...toRefused(refused, pending)].sort((a, b) => a.line - b.line);
    const wouldPost = left.reduce((sum, { sales }) => sum + sales.length, 0);
    return {
      ...{ wouldPost, differing, refused: all, funding: missing },
      uncredited: findUncredited(program.terms, seen.listed).length,
      alreadyPosted: seen.ids.size - wouldPost - all.length,
      gas: await measure(posting, seen.companions, left, missing),
    };
  });
}

/** The gas of all of it, by that of the first sales of each currency as late ones. */
async function measure(
  { program, account, evidence, journal }: Posting,
  companions: Companions,
  groups: readonly PostingGroup[],
  missing: readonly Funded[],
): Promise<bigint | undefined> {
  const funding = missing.flatMap((one) => callsOf(program, one));
  const first = groups.filter(({ sales }) => sales.length > 0);
  const posts = first.map(({ currency, sales }) => {
    const head = journal.posted.headOf(LATE_LANE, currency.address);
    const window = { lane: LATE_LANE, from: 0, until: 0, sales: sales.slice(0, MEASURED) };
    const { data } = encodeBatch({ currency, companions, evidence }, window, head);
    return { to: program.address, value: 0n, data };
  });
  if (posts.length === 0) return 0n;
  const gas = await gasOfCalls(program, account, [...funding, ...posts]);
  return gas?.reduce((sum, own, index) => {
    const count = first[index - funding.length]?.sales.length ?? 1;
    return sum + (own * BigInt(count)) / BigInt(Math.min(count, MEASURED));
  }, 0n);
}

function callsOf({ address: program }: Program, { currency, amount }: Funded): ValueCall[] {
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
