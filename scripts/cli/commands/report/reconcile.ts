import { formatUnits, type Hex } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { printable } from "../../../../core/text/printable.ts";
import { nameSilent } from "../../../chain/nameSilent.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { describeLeftOut } from "../../../files/columns/describeLeftOut.ts";
import { type Acknowledgement, readAcknowledged } from "../../../files/columns/readAcknowledged.ts";
import { acknowledge } from "../../../reporting/reports/acknowledge.ts";
import { describeSpan } from "../../../reporting/reports/describeSpan.ts";
import { parseMonth } from "../../../reporting/reports/parseMonth.ts";
import type {
  Item,
  Reconciliation,
  Status,
  Total,
} from "../../../reporting/reports/Reconciliation.ts";
import { readPosted } from "../../../reporting/reports/readPosted.ts";
import {
  readSourceRefunds,
  readSourceSales,
  readSourceSymbols,
} from "../../../reporting/reports/readSource.ts";
import { reconcile } from "../../../reporting/reports/reconcile.ts";
import { reconciliationSheet } from "../../../reporting/reports/reconciliationSheet.ts";
import type { Span } from "../../../reporting/reports/Span.ts";
import { writeReport } from "../../../reporting/reports/writeReport.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";

const WRONG: readonly Status[] = ["different", "missing", "unknown"];
const SALE_STATUSES: readonly Status[] = ["matched", ...WRONG, "refunded"];
const REFUND_STATUSES: readonly Status[] = [...SALE_STATUSES, "acknowledged"];
/** More findings than these are told in the file and the document only. */
const SHOWN = 50;

/** `report reconcile`: the source's sales and refunds beside the chain's; exits 1 on any that does not match. */
export default command<"program" | "sales" | "refunds" | "acknowledged" | "month" | "out">(
  async (chain, options) => {
    const { refunds, out } = options;
    const file = requireOption("sales", options.sales, "the source's sales");
    const month =
      options.month === undefined
        ? undefined
        : { ...parseMonth(options.month), name: options.month };
    const opened = await openNamedProgram(chain, options);
    const program = nameSilent(opened, await readSourceSymbols(file));
    const { listed: sales, refused } = await readSourceSales(file, program);
    const source = {
      sales,
      refunds: refunds === undefined ? undefined : await readSourceRefunds(refunds),
    };
    const posted = await readPosted(program);
    const acknowledged = await readAcknowledgedOf(options);
    const found = acknowledge(reconcile(program, posted, source, month), posted, acknowledged);
    if (out !== undefined) await writeReport(out, { ".csv": () => reconciliationSheet(found) });
    return {
      json: {
        ...toJson(found),
        refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
      },
      text: [toText(found, month, out), ...describeLeftOut(refused)].join("\n"),
      failed: found.items.some(isWrong),
    };
  },
);

async function readAcknowledgedOf({
  acknowledged,
  refunds,
}: CommandOptions<"acknowledged" | "refunds">): Promise<ReadonlyMap<Hex, Acknowledgement>> {
  if (acknowledged !== undefined && refunds === undefined) {
    throw new TributaryError("What is acknowledged are refunds of the source.", {
      todo: "Give the source's refunds with --refunds, too.",
    });
  }
  return readAcknowledged(acknowledged);
}

function isWrong({ status }: Item): boolean {
  return WRONG.includes(status);
}

function toJson({ program, month, items, totals }: Reconciliation) {
  return {
    ...{ program, month: month ?? null },
    sales: countsOf(items, "sale"),
    refunds: countsOf(items, "refund"),
    totals: totals.map(totalToJson),
    findings: items.filter(isWrong).map(({ what, id, sale, status, differences, note }) => ({
      ...{ what, id, sale, status, differences, note },
    })),
    acknowledged: items.filter(isAcknowledged).map(acknowledgedToJson),
  };
}

function isAcknowledged({ status }: Item): boolean {
  return status === "acknowledged";
}

function acknowledgedToJson(item: Item) {
  const { id, sale, currency, sourceAmount, chainAmount, cost, occurredAt, note } = item;
  const show = (amount = 0n) => formatUnits(amount, currency?.decimals ?? 0);
  return {
    ...{ id, sale, currency: currency?.symbol ?? "", amount: show(sourceAmount ?? chainAmount) },
    ...{ cost: show(cost), reason: note, occurredAt: occurredAt ?? null },
  };
}

/** How many of each status; of sales also how many are refunded, whole or in part. */
function countsOf(items: readonly Item[], what: Item["what"]) {
  const own = items.filter((item) => item.what === what);
  const counts = (what === "sale" ? SALE_STATUSES : REFUND_STATUSES).map((status) => [
    status,
    own.filter((item) => (status === "refunded" ? isRefunded(item) : item.status === status))
      .length,
  ]);
  return Object.fromEntries(counts) as Partial<Record<Status, number>>;
}

function isRefunded({ what, status, refunded, chainAmount }: Item): boolean {
  return what === "sale" ? refunded > 0n : status === "refunded" || chainAmount !== undefined;
}

function totalToJson({ currency, ...total }: Total) {
  const show = (amount: bigint) => formatUnits(amount, currency.decimals);
  return {
    ...{ currency: currency.symbol, source: show(total.source), chain: show(total.chain) },
    refundedSource: show(total.refundedSource),
    refundedChain: show(total.refundedChain),
  };
}

function toText(found: Reconciliation, span: Span | undefined, out: string | undefined): string {
  const rows = (["sale", "refund"] as const).map((what) => {
    const counts = countsOf(found.items, what);
    return [`${what}s`, ...REFUND_STATUSES.map((status) => `${counts[status] ?? ""}`)];
  });
  const totals = found.totals.map(totalToJson).map((one) => Object.values(one));
  const sections = [
    `${span === undefined ? "All time" : describeSpan(span, span.to)}: the source beside the chain`,
    formatTable(["", ...REFUND_STATUSES], rows, 1),
    formatTable(["currency", "source", "chain", "refunded", "refunded on chain"], totals, 1),
    ...describeAcknowledged(found.items.filter(isAcknowledged)),
    describeFindings(found.items.filter(isWrong)),
    ...(out === undefined ? [] : [`Written to ${out}.`]),
  ];
  return sections.join("\n\n");
}

/** What went back too late, each with what others keep of it. */
function describeAcknowledged(items: readonly Item[]): string[] {
  if (items.length === 0) return [];
  const rows = items
    .map(acknowledgedToJson)
    .map(({ id, sale, currency, amount, cost, reason }) => [
      ...[printable(id), printable(sale), currency, amount, cost, printable(reason)],
    ]);
  const header = ["late refund", "of sale", "currency", "amount", "cost", "acknowledged: reason"];
  return [formatTable(header, rows, 3)];
}

function describeFindings(findings: readonly Item[]): string {
  if (findings.length === 0) return "All of it matches.";
  const lines = findings.slice(0, SHOWN).map(({ what, id, status, differences, note }) => {
    const fields = differences.map((one) => `${one.field} ${one.source} / ${one.chain}`);
    const words = [...fields, note].filter((word) => word !== "").join("; ");
    return [what, printable(id), status, printable(words)];
  });
  const rest = findings.length > SHOWN ? `\n… and ${findings.length - SHOWN} more` : "";
  return `${formatTable(["what", "id", "status", "field source / chain"], lines, 4)}${rest}`;
}
