import { isZone } from "../../../../core/text/parseTimeIn.ts";
import type { Row } from "../../../files/table/Row.ts";

/** Abbreviations stand for one offset all year: summer time has its own. */
const OFFSETS: Readonly<Record<string, string>> = {
  ...{ HST: "-10:00", AKST: "-09:00", AKDT: "-08:00", PST: "-08:00", PDT: "-07:00" },
  ...{ MST: "-07:00", MDT: "-06:00", CDT: "-05:00", EST: "-05:00", EDT: "-04:00" },
  ...{ GMT: "+00:00", BST: "+01:00", WET: "+00:00", WEST: "+01:00", CET: "+01:00", CEST: "+02:00" },
  ...{ MEZ: "+01:00", MESZ: "+02:00", EET: "+02:00", EEST: "+03:00", MSK: "+03:00" },
  ...{ SAST: "+02:00", AWST: "+08:00", ACST: "+09:30", ACDT: "+10:30", AEST: "+10:00" },
  ...{ AEDT: "+11:00", NZST: "+12:00", NZDT: "+13:00" },
  ...{ UTC: "+00:00", SGT: "+08:00", HKT: "+08:00", JST: "+09:00", KST: "+09:00" },
};

/** Abbreviations of several zones, by names of those. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  CST: "America/Chicago, Asia/Shanghai or America/Havana",
  IST: "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
};

/** The zone that a row's times are in, as an offset or the IANA's name: a known abbreviation, "GMT+01:00" or Europe/Berlin. */
export function zoneIn(row: Row): string {
  const text = row.get("TimeZone") || row.get("Time Zone");
  const offset = Object.hasOwn(OFFSETS, text) ? OFFSETS[text] : offsetIn(text);
  if (offset !== undefined) return offset;
  if (text.includes("/") && isZone(text)) return text;
  const meanings = Object.hasOwn(AMBIGUOUS, text) ? AMBIGUOUS[text] : undefined;
  throw row.mistake(
    "TimeZone",
    text === "" ? "nothing" : `"${text}"`,
    meanings === undefined
      ? `${Object.keys(OFFSETS).join(", ")}, an offset such as GMT+01:00, or a name such as Europe/Berlin; put one of them in the column`
      : `one of the zones that it may be: put ${meanings} in the column`,
  );
}

function offsetIn(text: string): string | undefined {
  const [, sign, hours, minutes = "00"] =
    /^(?:GMT|UTC)([+-])(\d{1,2}):?([0-5]\d)?$/.exec(text) ?? [];
  return hours === undefined || Number(hours) > 14
    ? undefined
    : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}
