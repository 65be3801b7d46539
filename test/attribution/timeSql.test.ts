import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { type DuckDb, openDuckDb } from "../../scripts/files/duckdb/openDuckDb.ts";
import { sqlText } from "../../scripts/files/duckdb/sqlText.ts";
import { timeSql } from "../../scripts/files/duckdb/timeSql.ts";

/** No clock is so far from UTC, and no hour has so many minutes. */
const NO_OFFSETS = [
  ...["2026-01-31T12:30:00+25:00", "2026-01-31T12:30:00+24:00", "2026-01-31T12:30:00-23:60"],
  ...["2026-01-31T12:30:00+05:99", "2026-01-31T12:30+05:99", "2026-01-31T12:30:00-99:00"],
];

const TIMES = [
  ...["2026-01-31", "2026-01-31T12:30:00Z", "2026-01-31 12:30", "2026-01-31T12:30", "2024-02-29"],
  ...[
    "2026-01-31T12:30:00+02:00",
    "2026-01-31T12:30+02:00",
    "2026-01-31T12:30:00-05:30",
    "2026-01-31T12:30Z",
  ],
  ...[
    "2026-01-31T12:30:00.123Z",
    "2026-01-31T12:30:00.123456789+01:00",
    "2026-01-31T12:30:00+23:59",
  ],
  ...[
    "9999-12-31T23:59:59Z",
    "2106-02-07T06:28:16Z",
    "1970-01-01T00:00:01Z",
    "1970-01-01T01:00:01+01:00",
  ],
  ...[
    "2026-02-30",
    "2026-01-31T25:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T12:30:61Z",
    "2026-1-3",
  ],
  ...["infinity", "", "now", "1769862600", "1969-12-31", "1970-01-01T00:00:00.5Z", "0001-01-01"],
  ...NO_OFFSETS,
  ...["2026-01-31T12:30:00 Europe/Berlin", "31.01.2026", "2026-01-31T12:30:00+2:00", "2026-13-01"],
];

/** What is a time, but so rarely written that it is read row by row. */
const LEFT = [
  ...["2026-01-31T24:00:00Z", "2026-01-31 12:30:00+00", "2026-01-31 12:30:00 +0100"],
  ...["2026-01-31 12:30:00 UTC", "2026-01-31t12:30:00z", "2016-12-31T23:59:60Z", "2026/01/31"],
];

describe("attribution: times in SQL", () => {
  let database: DuckDb;
  before(async () => {
    database = await openDuckDb();
  });
  after(() => database.close());

  for (const text of [...TIMES, ...LEFT.slice(1)]) {
    it(`reads "${text}" as the readers of rows do, or leaves it to them`, async () => {
      const source = {
        format: "csv" as const,
        relation: "",
        types: new Map([["time", "VARCHAR"]]),
      };
      const found = await database.connection.runAndReadAll(
        `SELECT ${timeSql(source, "time")} FROM (SELECT ${sqlText(text)} AS time)`,
      );
      const seconds = Number(found.getRows()[0]?.[0] ?? 0);
      const expected = LEFT.includes(text) ? undefined : parseTime(text);
      expect(seconds > 0 ? seconds : undefined).to.equal(expected);
    });
  }

  it("and all that is left to them is a time", () => {
    for (const text of LEFT) expect(parseTime(text), text).to.be.above(0);
  });

  it("refuses offsets that do not exist", () => {
    for (const text of NO_OFFSETS) expect(parseTime(text), text).to.equal(undefined);
  });
});
