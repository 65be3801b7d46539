import type { Time } from "../../core/deal/Terms.ts";
import type { PlanTerms } from "../../core/equity/PlanTerms.ts";
import type { Ppm } from "../../core/money/ppm.ts";
import { parsePercentage } from "../../core/text/parsePercentage.ts";
import { parseSpan } from "../../core/text/parseSpan.ts";
import { requireTime } from "../files/columns/timeIn.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import type { Row } from "../files/table/Row.ts";
import { readTable } from "../files/table/readTable.ts";
import { refuseRepeated } from "../files/table/refuseRepeated.ts";
import type { ListedGrant } from "./ListedGrant.ts";

const GRANT_COLUMNS: Columns = {
  required: ["grant", "holder", "units", "starts"],
  optional: ["class", "cliff", "length", "step", "single", "double", "withholding", "agreement"],
  times: ["starts"],
};

const MOST_UNITS = 2n ** 64n - 1n;

/** Reads grants.csv: `grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement`. */
export async function readGrants(
  file: string,
  plan: Pick<PlanTerms, "hurdles">,
): Promise<ListedGrant[]> {
  const rows = await readTable(file, GRANT_COLUMNS);
  refuseRepeated(rows, "grant");
  return rows.map((row) => ({
    row,
    id: row.require("grant"),
    terms: {
      holder: row.require("holder"),
      units: readUnits(row),
      class: readClass(row, plan.hurdles.length),
      starts: requireTime(row, "starts"),
      ...readSchedule(row),
      single: readPart(row, "single"),
      double: readPart(row, "double"),
      withholding: readPart(row, "withholding"),
    },
    agreement: row.get("agreement"),
  }));
}

function readUnits(row: Row): bigint {
  const text = row.require("units");
  const units = /^[1-9]\d{0,19}$/.test(text) ? BigInt(text) : 0n;
  if (units > 0n && units <= MOST_UNITS) return units;
  throw row.mistake("units", `"${text}"`, "a whole number of units below 2^64");
}

function readClass(row: Row, classes: number): number {
  const text = row.get("class");
  const number = /^\d$/.test(text) ? Number(text) : text === "" ? 0 : classes;
  if (number < classes) return number;
  throw row.mistake("class", `"${text}"`, `the number of a class, 0 to ${classes - 1}`);
}

function readSchedule(row: Row): { cliff: Time; length: Time; step: Time } {
  const [cliff, length, step] = [
    readSpan(row, "cliff"),
    readSpan(row, "length"),
    readSpan(row, "step"),
  ];
  if (cliff <= length && step <= length) return { cliff, length, step };
  const column = cliff > length ? "cliff" : "step";
  throw row.mistake(column, `"${row.get(column)}"`, `no more than the length, ${length} s`);
}

function readSpan(row: Row, column: string): Time {
  const text = row.get(column);
  const seconds = text === "" ? 0 : parseSpan(text);
  if (seconds !== undefined && seconds < 2 ** 32) return seconds;
  throw row.mistake(column, `"${text}"`, 'days, hours or seconds, such as "365d" or "2628000s"');
}

function readPart(row: Row, column: string): Ppm {
  const text = row.get(column);
  const part = text === "" ? 0 : parsePercentage(text);
  if (part !== undefined) return part;
  throw row.mistake(column, `"${text}"`, 'a percentage such as "25%"');
}
