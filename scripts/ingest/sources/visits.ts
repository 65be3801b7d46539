import { requireTime } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../facts/Inputs.ts";
import { REFUSED } from "../facts/REFUSED.ts";
import type { InputSource } from "./InputSource.ts";
import { placeOf } from "./placeOf.ts";

const COLUMNS = {
  required: ["customer_id", "url", "occurred_at"],
  optional: ["consent"],
  open: true,
  times: ["occurred_at"],
} as const;

const YES = ["1", "true", "yes", "granted"];

/** Visits: `customer_id,url,occurred_at` and optionally `consent`. */
export const visits = {
  what: "visits",
  known: { columns: ["customer_id", "url"] },
  async read(file: string, inputs: Inputs): Promise<void> {
    await streamTable(file, COLUMNS, (row) => {
      inputs.visits.push({
        customer: row.require("customer_id"),
        url: row.require("url"),
        occurredAt: requireTime(row, "occurred_at"),
        consent: consentIn(row),
        from: placeOf(row),
      });
    });
  },
} satisfies InputSource;

function consentIn(row: Row): boolean | undefined {
  const text = row.get("consent").toLowerCase();
  if (text === "") return undefined;
  if (YES.includes(text)) return true;
  if (REFUSED.includes(text)) return false;
  throw row.mistake("consent", `"${text}"`, `${[...YES, ...REFUSED].join(", ")} or nothing`);
}
