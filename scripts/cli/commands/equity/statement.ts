import { formatUnits } from "viem";
import { buildPlanStatement } from "../../../../core/ledger/plan/statement/buildPlanStatement.ts";
import type {
  GrantMoney,
  PlanStatementEntry,
  PlanStatementRow,
} from "../../../../core/ledger/plan/statement/PlanStatement.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatInstant } from "../../../../core/text/formatInstant.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import type { EquityPlan } from "../../../equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../../equity/chain/readGrantsNow.ts";
import { readPlanHistory } from "../../../equity/chain/readPlanHistory.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { reportHistory } from "../../../equity/report/reportHistory.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { planCommand } from "../../planCommand.ts";
import { requireAddress } from "../../requireAddress.ts";
import { writePlanReport } from "./writePlanReport.ts";

const AMOUNTS = ["earned", "held", "payable", "owed", "paid"] as const;

type Text = "grant" | "wallet" | "report" | "upto";

/** `equity statement`: what grants earned, were paid, hold and are owed; of one grant, or a wallet's, by time. */
export default planCommand<Text>(async (plan, options) => {
  refuseTogether(options);
  const told = await toldBy(plan, options);
  const history = await readPlanHistory(plan);
  const { rows: all, entries } = buildPlanStatement(plan, history, told ?? new Set());
  const rows = told === undefined ? all : all.filter(({ id }) => told.has(id));
  const written = await writePlanReport(options, plan, () => reportHistory(plan, history, told));
  return {
    json: {
      at: formatIsoTime(history.time),
      rows: rows.map(rowToJson),
      entries: entries.map(entryToJson),
    },
    text: [
      `As it stands at ${formatInstant(history.time)}`,
      rows.length === 0 ? "No grants." : tableOfRows(rows),
      ...(entries.length === 0 ? [] : [tableOfEntries(entries)]),
      ...written,
    ].join("\n\n"),
  };
});

/** The grants that are asked for; undefined for all. */
async function toldBy(
  plan: EquityPlan,
  { grant, wallet }: CommandOptions<Text>,
): Promise<ReadonlySet<bigint> | undefined> {
  if (grant !== undefined) return new Set([(await requireGrant(plan, grant)).id]);
  if (wallet === undefined) return undefined;
  const holder = requireAddress("wallet", wallet);
  const grants = await readGrantsNow(plan, await idsOf(plan));
  return new Set(grants.filter(({ state }) => state.holder === holder).map(({ id }) => id));
}

function refuseTogether({ grant, wallet }: CommandOptions<Text>): void {
  if (grant === undefined || wallet === undefined) return;
  throw new TributaryError("The options --grant and --wallet exclude each other.", {
    todo: "Leave one of them out.",
  });
}

function show(money: GrantMoney, decimals: number) {
  return Object.fromEntries(AMOUNTS.map((name) => [name, formatUnits(money[name], decimals)]));
}

function rowToJson(row: PlanStatementRow) {
  const { id, holder, units, vested, currency, withheld } = row;
  return {
    ...{ grant: Number(id), holder, units: String(units), vested: String(vested) },
    ...{ currency: currency.symbol, ...show(row, currency.decimals) },
    withheld: formatUnits(withheld, currency.decimals),
  };
}

function entryToJson({ time, id, what, money, units, vested }: PlanStatementEntry) {
  const place = { at: formatIsoTime(time), grant: Number(id), what };
  const standing = { units: String(units), vested: String(vested) };
  if (money === undefined) return { ...place, ...standing };
  const { currency, amount } = money;
  return {
    ...place,
    amount: formatUnits(amount, currency.decimals),
    ...{ currency: currency.symbol, ...standing, ...show(money, currency.decimals) },
  };
}

function tableOfRows(rows: readonly PlanStatementRow[]): string {
  const head = ["grant", "holder", "currency", "units", "vested", ...AMOUNTS];
  const lines = rows.map((row) => {
    const { id, holder, currency, units, vested } = row;
    const amounts = AMOUNTS.map((name) => formatUnits(row[name], currency.decimals));
    return [String(id), holder, currency.symbol, String(units), String(vested), ...amounts];
  });
  return formatTable(head, lines, 3);
}

function tableOfEntries(entries: readonly PlanStatementEntry[]): string {
  const head = ["when", "grant", "what", "currency", "amount", "vested", ...AMOUNTS.slice(1)];
  const lines = entries.map(({ time, id, what, money, vested }) => [
    ...[formatIsoTime(time), String(id), what],
    ...(money === undefined
      ? ["", "", String(vested), "", "", "", ""]
      : [
          ...[money.currency.symbol, formatUnits(money.amount, money.currency.decimals)],
          String(vested),
          ...AMOUNTS.slice(1).map((name) => formatUnits(money[name], money.currency.decimals)),
        ]),
  ]);
  return formatTable(head, lines, 4);
}
