import { isZone } from "../../../../core/text/parseTimeIn.ts";
import type { Row } from "../../../files/table/Row.ts";

/** Which comes first in a date with slashes. */
export type DayOrder = "day first" | "month first";

/** What a time zone of PayPal's stands for. */
export interface PaypalZone {
  /** The offset or the IANA's name. */
  readonly zone: string;
  /** How dates are written where it is used; undefined where it varies. */
  readonly dayOrder: DayOrder | undefined;
}

/** Abbreviations stand for one offset all year: summer time has its own. */
const AMERICAN = {
  ...{ HST: "-10:00", AKST: "-09:00", AKDT: "-08:00", PST: "-08:00", PDT: "-07:00" },
  ...{ MST: "-07:00", MDT: "-06:00", CST: "-06:00", CDT: "-05:00", EST: "-05:00", EDT: "-04:00" },
};
const DAY_FIRST = {
  ...{ GMT: "+00:00", BST: "+01:00", WET: "+00:00", WEST: "+01:00", CET: "+01:00", CEST: "+02:00" },
  ...{
    MEZ: "+01:00",
    MESZ: "+02:00",
    EET: "+02:00",
    EEST: "+03:00",
    MSK: "+03:00",
    SAST: "+02:00",
  },
  ...{ AWST: "+08:00", ACST: "+09:30", ACDT: "+10:30", AEST: "+10:00", AEDT: "+11:00" },
  ...{ NZST: "+12:00", NZDT: "+13:00" },
};
const OTHERS = { UTC: "+00:00", SGT: "+08:00", HKT: "+08:00", JST: "+09:00", KST: "+09:00" };

const OFFSETS: Readonly<Record<string, string>> = { ...AMERICAN, ...DAY_FIRST, ...OTHERS };

/** The zone that a row's times are in: a known abbreviation, "GMT+01:00" or a name such as Europe/Berlin. */
export function zoneIn(row: Row): PaypalZone {
  const text = row.get("TimeZone") || row.get("Time Zone");
  const offset = OFFSETS[text] ?? offsetIn(text);
  if (offset !== undefined) return { zone: offset, dayOrder: orderOf(text) };
  if (text.includes("/") && isZone(text)) return { zone: text, dayOrder: orderOf(text) };
  const known = Object.keys(OFFSETS).join(", ");
  throw row.mistake(
    "TimeZone",
    text === "" ? "nothing" : `"${text}"`,
    `${known}, an offset such as GMT+01:00, or a name such as Europe/Berlin; put one of them in the column`,
  );
}

function offsetIn(text: string): string | undefined {
  const [, sign, hours, minutes = "00"] =
    /^(?:GMT|UTC)([+-])(\d{1,2}):?([0-5]\d)?$/.exec(text) ?? [];
  return hours === undefined || Number(hours) > 14
    ? undefined
    : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

function orderOf(text: string): DayOrder | undefined {
  if (Object.hasOwn(AMERICAN, text)) return "month first";
  if (Object.hasOwn(DAY_FIRST, text) || /^(Europe|Australia)\//.test(text)) return "day first";
  return undefined;
}
