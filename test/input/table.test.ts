import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { REFUND_COLUMNS } from "../../scripts/files/columns/REFUND_COLUMNS.ts";
import { SALES_COLUMNS } from "../../scripts/files/columns/SALES_COLUMNS.ts";
import { TOUCHPOINT_COLUMNS } from "../../scripts/files/columns/TOUCHPOINT_COLUMNS.ts";
import { readJsonFile } from "../../scripts/files/json/readJsonFile.ts";
import type { Columns } from "../../scripts/files/table/checkHeader.ts";
import type { RowError } from "../../scripts/files/table/RowError.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { readPastRefunds } from "../../scripts/simulation/readPastRefunds.ts";
import { readPastSales } from "../../scripts/simulation/readPastSales.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const SALES = `sale_id,customer_id,kind,amount,currency,occurred_at,product,credits
s-1,c-1,initial,99.10,USDC,2026-01-31T12:30:00Z,pro,ana:coach:1
s-2,"c,2",renewal,79228162514264337.593543,USDC,2026-02-01,,
`;

const REFUNDS = `refund_id,sale_id,amount,reason,occurred_at
r-1,s-1,9.1,"late ""again""",2026-02-02
`;

const TOUCHPOINTS = `customer_id,partner,role,channel,occurred_at
c-1,ana,coach,e-mail,2026-01-30 08:00:00+02:00
`;

describe("Tables as CSV, JSON lines and Parquet", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const toParquet = async (query: string, name: string) => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const file = folder.path(name);
    await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    return file;
  };

  const fieldsOf = async (file: string, columns: Columns) => {
    const rows = await readTable(file, columns);
    const names = [...columns.required, ...(columns.optional ?? [])];
    return rows.map((row) => Object.fromEntries(names.map((name) => [name, row.get(name)])));
  };

  for (const [name, text, columns] of [
    ["sales", SALES, SALES_COLUMNS],
    ["refunds", REFUNDS, REFUND_COLUMNS],
    ["touchpoints", TOUCHPOINTS, TOUCHPOINT_COLUMNS],
  ] as const) {
    it(`reads the same ${name} from all three`, async () => {
      const csv = await folder.write(`${name}.csv`, text);
      const rows = await fieldsOf(csv, columns);
      expect(rows).to.have.length(text.trim().split("\n").length - 1);
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("\r\n");
      expect(await fieldsOf(await folder.write(`${name}.jsonl`, lines), columns)).to.deep.equal(
        rows,
      );
      const parquet = await toParquet(
        `SELECT * FROM read_csv('${csv}', all_varchar = true)`,
        `${name}.parquet`,
      );
      expect(await fieldsOf(parquet, columns)).to.deep.equal(rows);
    });
  }

  it("reads sales and refunds of any form wherever a file of them is taken", async () => {
    const sales = await folder.write(
      "past.jsonl",
      '{"sale_id":"s-1","kind":"initial","amount":99.10,"currency":"USDC","occurred_at":"2026-01-31"}\n',
    );
    const read = await readPastSales(sales, () => undefined);
    expect(read.sales.map(({ amount }) => amount)).to.deep.equal([99_100_000n]);
    const refunds = await toParquet(
      "SELECT 'r-1' refund_id, 's-1' sale_id, 9.1::DECIMAL(9,2) amount, DATE '2026-02-01' occurred_at",
      "past.parquet",
    );
    const [refund] = await readPastRefunds(refunds, read.sales);
    expect(refund?.amount).to.equal(9_100_000n);
    expect(refund?.time).to.equal(Date.UTC(2026, 1, 1) / 1_000);
  });

  it("keeps each digit of a number in JSON", async () => {
    const file = await folder.write(
      "digits.jsonl",
      '{"refund_id":1,"sale_id":true,"amount":79228162514264337.593543950335,"reason":null}',
    );
    const [row] = await readTable(file, REFUND_COLUMNS);
    expect(row?.get("amount")).to.equal("79228162514264337.593543950335");
    expect(row?.get("refund_id")).to.equal("1");
    expect(row?.get("sale_id")).to.equal("true");
    expect(row?.get("reason")).to.equal("");
  });

  it("reads times of Parquet in UTC, whatever their type", async () => {
    const file = await toParquet(
      "SELECT 'c' customer_id, 'p' partner, 'r' \"role\", 'x' channel, TIMESTAMPTZ '2026-01-31 12:30:00+02' occurred_at",
      "times.parquet",
    );
    const [row] = await readTable(file, TOUCHPOINT_COLUMNS);
    expect(row?.get("occurred_at")).to.equal("2026-01-31T10:30:00Z");
  });

  it("keeps the characters of a CSV file whole wherever a chunk ends", async () => {
    const header = "refund_id,sale_id,amount,reason\n";
    for (const letter of ["é", "€", "🙂"]) {
      for (let shift = 0; shift < 4; shift += 1) {
        const reason = letter.repeat(100_000);
        const text = `${header}${"r".repeat(shift + 1)},s,1,${reason}\n`;
        const [row] = await readTable(await folder.write("whole.csv", text), REFUND_COLUMNS);
        expect(row?.get("reason") === reason, `${letter} ${shift}`).to.equal(true);
      }
    }
  });

  it("keeps texts whole across the chunks that a file is read in", async () => {
    const reason = "né — 🙂 \u2028".repeat(20);
    const text = Array.from({ length: 2_000 }, (_, index) =>
      JSON.stringify({ refund_id: `r-${index}`, sale_id: "s", amount: "1", reason }),
    ).join("\n");
    const rows = await readTable(await folder.write("long.jsonl", text), REFUND_COLUMNS);
    expect(rows).to.have.length(2_000);
    for (const row of rows) expect(row.get("reason")).to.equal(reason.trim());
    expect(rows.at(-1)?.line).to.equal(2_000);
  });

  describe("says where a mistake lies", () => {
    for (const [what, text, column, message] of [
      ["no JSON", '{"refund_id":', undefined, "line 2"],
      ["a list", "1", undefined, "no object"],
      ["an unknown field", '{"refund":"r"}', "refund", '"refund_id"'],
      ["a nested field", '{"refund_id":{"a":1}}', "refund_id", "an object"],
    ] as const) {
      it(what, async () => {
        const file = await folder.write("bad.jsonl", `\n${text}\n`);
        const error = (await refusal(readTable(file, REFUND_COLUMNS))) as RowError;
        expect(error).to.include({ line: 2, column });
        expect(error.message).to.include("bad.jsonl").and.include(message);
      });
    }

    it("a field that JSON leaves out", async () => {
      const file = await folder.write("out.jsonl", '{"sale_id":"s-1"}\n');
      const [row] = await readTable(file, REFUND_COLUMNS);
      expect(() => row?.require("amount")).to.throw("out.jsonl, line 1, column amount");
    });

    it("a row of Parquet", async () => {
      const file = await toParquet(
        "SELECT * FROM (VALUES ('s-1', 'initial', '1', 'USDC', '2026-01-01'), ('s-2', 'initial', 'much', 'USDC', '2026-01-01')) AS t(sale_id, kind, amount, currency, occurred_at)",
        "row.parquet",
      );
      const error = await refusal(readPastSales(file, () => undefined));
      expect(error.message).to.include("row 2, column amount");
    });

    it("a column of Parquet that is unknown or of the wrong type", async () => {
      const unknown = await toParquet("SELECT 1 colour", "unknown.parquet");
      expect((await refusal(readTable(unknown, REFUND_COLUMNS))).message).to.include('"colour"');
      const list = await toParquet("SELECT 'r' refund_id, 's' sale_id, [1] amount", "list.parquet");
      expect((await refusal(readTable(list, REFUND_COLUMNS))).message).to.include("INTEGER[]");
    });

    it("bytes that are not UTF-8: as such, two names would become the same", async () => {
      const latin = (text: string) => Buffer.from(text, "latin1");
      const long = `${"Rë-é,s,1\n".repeat(40_000)}`;
      for (const [name, bytes, line] of [
        ["latin.csv", latin("refund_id,sale_id,amount\nR\xe9f,s,1\n"), 2],
        ["header.csv", latin("refund_id,sale_id,amount,r\xe9ason\n"), 1],
        ["latin.jsonl", latin('\n\n{"refund_id":"R\xe9f","sale_id":"s","amount":1}\n'), 3],
        [
          "late.csv",
          Buffer.concat([Buffer.from(`refund_id,sale_id,amount\n${long}`), latin("R\xe9f,s,1")]),
          40_002,
        ],
        ["cut.csv", Buffer.from("refund_id,sale_id,amount\nr,s,1\n€").subarray(0, -1), 3],
      ] as const) {
        const error = await refusal(readTable(await folder.write(name, bytes), REFUND_COLUMNS));
        expect(error.message).to.include(`${name}, line ${line}: found bytes that are not UTF-8`);
        expect(error.message).to.include("Save the file as UTF-8");
      }
    });

    it("a NUL, which fills up short names on chain", async () => {
      const csv = await folder.write("nul.csv", "refund_id,sale_id,amount\nR\0,s,1\n");
      const error = await refusal(readTable(csv, REFUND_COLUMNS));
      expect(error.message).to.include("nul.csv, line 2: found a NUL byte");
      const parquet = await toParquet(
        "SELECT 'R' || chr(0) AS refund_id, 's' AS sale_id, '1' AS amount",
        "nul.parquet",
      );
      const other = await refusal(readTable(parquet, REFUND_COLUMNS));
      expect(other.message).to.include("nul.parquet, row 1, column refund_id: found a NUL");
      for (const character of ["\\u0000", "\\ud800"]) {
        const text = `{"refund_id":"R${character}","sale_id":"s","amount":1}`;
        const third = await refusal(
          readTable(await folder.write("esc.jsonl", text), REFUND_COLUMNS),
        );
        expect(third).to.include({ line: 1, column: "refund_id" });
        expect(third.message).to.include("half a character or a NUL");
      }
    });

    it("JSON that is not UTF-8", async () => {
      const bytes = Buffer.from('{\n  "mail": "R\xe9f"\n}', "latin1");
      const error = await refusal(readJsonFile(await folder.write("latin.json", bytes), {}));
      expect(error.message).to.include("latin.json, line 2: found bytes that are not UTF-8");
    });

    it("a file that is no Parquet, and one that is not there", async () => {
      const text = await folder.write("text.parquet", "refund_id\n");
      expect((await refusal(readTable(text, REFUND_COLUMNS))).message).to.include("a Parquet file");
      for (const name of ["none.parquet", "none.jsonl", "none.csv"]) {
        const error = await refusal(readTable(folder.path(name), REFUND_COLUMNS));
        expect(error.message).to.include("there is no such file");
      }
    });
  });
});
