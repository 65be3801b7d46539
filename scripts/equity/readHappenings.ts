import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";
import { amountIn } from "../files/columns/amountIn.ts";
import { requireTime } from "../files/columns/timeIn.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import type { Row } from "../files/table/Row.ts";
import { readTable } from "../files/table/readTable.ts";
import { HAPPENINGS, type Happening, type What } from "./Happening.ts";
import type { ListedGrant } from "./ListedGrant.ts";
import { currencyAt, type Plan } from "./PlanFile.ts";

const HAPPENING_COLUMNS: Columns = {
  required: ["occurred_at", "what"],
  optional: ["grant", "amount", "currency"],
  amounts: ["amount"],
  times: ["occurred_at"],
};

/** About the plan as a whole, and not about one grant. */
const OF_THE_PLAN: ReadonlySet<What> = new Set(["money", "exit"]);
const WITH_AMOUNT: ReadonlySet<What> = new Set(["money", "offer"]);

/**
 * Reads happenings.csv, `occurred_at,what,grant,amount` and, where the plan has several, `currency`, in the order of time; of one second
 * in the order of the file.
 */
export async function readHappenings(
  file: string,
  { currencies }: Plan,
  grants: readonly ListedGrant[],
): Promise<Happening[]> {
  const names = new Set(grants.map(({ id }) => id));
  const rows = await readTable(file, HAPPENING_COLUMNS);
  const happenings = rows.map((row): Happening => {
    const what = readWhat(row);
    const hasAmount = WITH_AMOUNT.has(what);
    const currency = hasAmount ? readCurrency(row, currencies) : 0;
    return {
      row,
      time: requireTime(row, "occurred_at"),
      what,
      grant: readGrant(row, what, names),
      currency,
      amount: hasAmount ? amountIn(row, "amount", currencyAt(currencies, currency)) : 0n,
    };
  });
  return happenings.sort((a, b) => a.time - b.time);
}

function readWhat(row: Row): What {
  const text = row.require("what");
  const what = HAPPENINGS.find((one) => one === text);
  if (what !== undefined) return what;
  throw row.mistake("what", `"${text}"`, `${listOf(HAPPENINGS)}${didYouMean(text, HAPPENINGS)}`);
}

function readGrant(row: Row, what: What, names: ReadonlySet<string>): string {
  if (OF_THE_PLAN.has(what)) return "";
  const name = row.require("grant");
  if (names.has(name)) return name;
  throw row.mistake("grant", `"${name}"`, `a grant of the grants file${didYouMean(name, names)}`);
}

function readCurrency(row: Row, currencies: Plan["currencies"]): number {
  const text = row.get("currency");
  if (text === "" && currencies.length === 1) return 0;
  const index = currencies.findIndex(({ symbol }) => symbol === text);
  if (index >= 0) return index;
  const symbols = currencies.map(({ symbol }) => symbol);
  const allowed = `${listOf(symbols)}${didYouMean(text, symbols)}`;
  throw row.mistake("currency", `"${text}"`, allowed);
}
