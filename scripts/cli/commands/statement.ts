import { formatUnits } from "viem";
import { parsePeriod } from "../../../core/ledger/parsePeriod.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { formatTable } from "../../../core/text/formatTable.ts";
import { readHistory } from "../../chain/history/readHistory.ts";
import { type Span, spanOfPeriod } from "../../reporting/reports/Span.ts";
import { buildStatement } from "../../reporting/statement/buildStatement.ts";
import { labelsOf } from "../../reporting/statement/labelsOf.ts";
import { ofPartner } from "../../reporting/statement/ofPartner.ts";
import type { StatementRow } from "../../reporting/statement/StatementRow.ts";
import { programCommand } from "../programCommand.ts";

const AMOUNTS = ["earned", "reversed", "held", "locked", "claimed", "claimable"] as const;
/** Shown in the table only where there is something. */
const RARE = ["frozen", "withheld"] as const;
const RESIDUAL =
  "The residual is what is left of money in the program; of sales paid elsewhere the rest stays with the operator, and is in no row.";
const LEDGER = ["opening", "refunded", "paid", "closing"] as const;

/** `statement`: the books, of everyone or one partner, of all time or one period. */
export default programCommand<"partner" | "period">(async (program, options) => {
  const history = await readHistory(program);
  const period = parsePeriod(options.period, program.terms, history.time);
  const books = rebuildBooks(program.currencies, history);
  const all = buildStatement(books, history.time, period);
  const rows = options.partner === undefined ? all : ofPartner(all, options.partner);
  const json = {
    period: period ?? null,
    at: history.time,
    rows: rows.map(toJson),
  };
  const head = headOf(period === undefined ? undefined : spanOfPeriod(program.terms, period));
  return { json, text: `${head} ${formatInstant(history.time)}\n\n${toTable(rows)}` };
});

/** Refunds and claims come after a period is over, so it is told as it stands now. */
function headOf(span: Span | undefined): string {
  if (span === undefined) return "All time, as it stands at";
  const { label, from, to } = span;
  return `${label}, sales from ${formatInstant(from)} to before ${formatInstant(to)}, as it stands at`;
}

function toJson({ partner, wallet, source, currency, ledger, ...earnings }: StatementRow) {
  const show = (amount: bigint) => formatUnits(amount, currency.decimals);
  return {
    partner,
    wallet,
    source,
    currency: currency.symbol,
    ...Object.fromEntries([...AMOUNTS, ...RARE].map((field) => [field, show(earnings[field])])),
    ...(ledger && Object.fromEntries(LEDGER.map((field) => [field, show(ledger[field])]))),
  };
}

function toTable(rows: readonly StatementRow[]): string {
  const withLedger = rows.some(({ ledger }) => ledger !== undefined);
  const rare = RARE.filter((field) => rows.some((row) => row[field] !== 0n));
  const amounts = [...AMOUNTS, ...rare];
  const header = ["partner", "currency", ...amounts, ...(withLedger ? LEDGER : [])];
  const labelOf = labelsOf(rows);
  const lines = rows.filter(isWorthALine).map((row) => {
    const { currency, ledger, ...earnings } = row;
    const show = (amount: bigint | undefined) => formatUnits(amount ?? 0n, currency.decimals);
    const moved = withLedger ? LEDGER.map((field) => show(ledger?.[field])) : [];
    return [
      labelOf(row),
      currency.symbol,
      ...amounts.map((field) => show(earnings[field])),
      ...moved,
    ];
  });
  if (lines.length === 0) return "Nothing was earned.";
  const hasResidual = rows.some((row) => row.source === "residual" && isWorthALine(row));
  return `${formatTable(header, lines, 2)}${hasResidual ? `\n\n${RESIDUAL}` : ""}`;
}

function isWorthALine({ earned, frozen, ledger }: StatementRow): boolean {
  return (
    earned > 0n || frozen > 0n || (ledger !== undefined && ledger.opening + ledger.closing > 0n)
  );
}
