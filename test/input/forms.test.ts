import { mkdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { parseAmount } from "../../core/text/parseAmount.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { attributeInto } from "../../scripts/attribution/attributeInto.ts";
import { saleChecker } from "../../scripts/attribution/checkRows.ts";
import { DEFAULT_PARAMETERS } from "../../scripts/attribution/models/ModelParameters.ts";
import { SALES_COLUMNS } from "../../scripts/files/columns/SALES_COLUMNS.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { readMapping } from "../../scripts/ingest/mapping/readMapping.ts";
import { prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import { readInputs } from "../../scripts/ingest/readInputs.ts";
import { NO_RULES } from "../../scripts/ingest/rules/Rules.ts";
import { QUIET } from "../attribution/attributed.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const HEADER = "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits";

/** Rows as all readers must give them: id, customer, amount, UTC time. */
type Sale = readonly [id: string, customer: string, amount: string, time: string];

const X1: Sale = ["X-1", "c1", "49", "2026-02-01T00:00:00Z"];
const X2: Sale = ["X-2", "c2", "1249.5", "2026-02-13T10:00:00Z"];

const csv = (...rows: readonly string[]) => [HEADER, ...rows, ""].join("\n");
const row = (id: string, amount: string, time = "2026-02-01", customer = "c1") =>
  `${id},${customer},initial,${amount},USDC,${time},,`;

describe("Files as other systems write them", () => {
  let folder: Folder;
  let files = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const write = async (ending: string, content: string | Uint8Array) => {
    files += 1;
    return folder.write(`sales-${files}${ending}`, content);
  };

  /** As `sales post`, `refund`, `simulate` and others read a table. */
  const readRows = async (file: string): Promise<Sale[]> => {
    const rows = await readTable(file, SALES_COLUMNS);
    return rows.map((one) => toSale((name) => one.get(name)));
  };

  const readChecked = async (file: string) =>
    (await readTable(file, SALES_COLUMNS)).map(saleChecker());

  /** As `sales prepare` does. */
  const prepare = async (file: string) => {
    const inputs = await readInputs({
      paths: [file],
      keep: { customers: [], metadata: [] },
      zone: "UTC",
      onFile: () => undefined,
    } as Parameters<typeof readInputs>[0]);
    const mapping = await readMapping(undefined);
    return prepareInputs(inputs, { mapping, rules: NO_RULES, skew: 0 });
  };

  /** As `sales attribute` does, through SQL. */
  const attribute = async (file: string) => {
    const touchpoints = await write(
      ".csv",
      "customer_id,partner,role,occurred_at\nc1,ana,coach,2026-01-01\n",
    );
    const out = folder.path(`out-${files}.csv`);
    const { refused, totals } = await attributeInto(out, {
      ...{ sales: file, touchpoints, memory: undefined, progress: QUIET },
      model: { ...DEFAULT_PARAMETERS, model: "last" },
    });
    return { sales: await readRows(out), refused, totals };
  };

  const toSale = (get: (name: string) => string): Sale => {
    const parsed = parseAmount(get("amount"), "USDC", 18);
    const time = parseTime(get("occurred_at"));
    return [
      get("sale_id"),
      get("customer_id"),
      "amount" in parsed ? plain(parsed.amount) : get("amount"),
      time === undefined ? get("occurred_at") : isoTime(time),
    ];
  };
  const byId = (a: readonly unknown[], b: readonly unknown[]) =>
    String(a[0]) < String(b[0]) ? -1 : 1;
  const plain = (amount: bigint) => String(Number(amount / 10n ** 12n) / 1e6);
  const isoTime = (seconds: number) => `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;

  /** Every reader must give these sales. */
  const expectSales = async (file: string, expected: readonly Sale[]) => {
    expect(await readRows(file), "row by row").to.deep.equal(expected);
    expect((await attribute(file)).sales, "by SQL").to.deep.equal(expected);
    const { sales } = await prepare(file);
    const prepared = sales.map((one) => [
      one.id,
      one.customers[0] ?? "",
      plain(one.amount * 10n ** BigInt(18 - one.decimals)),
      isoTime(one.occurredAt),
    ]);
    expect(prepared.sort(byId), "prepared").to.deep.equal([...expected].sort(byId));
  };

  /** Every reader must refuse the file so. */
  const expectRefusal = async (file: string, ...parts: readonly string[]) => {
    for (const read of [readChecked, attribute, prepare]) {
      const { message } = await refusal(read(file) as Promise<unknown>);
      for (const part of parts) expect(message).to.include(part);
    }
  };

  describe("amounts", () => {
    const cases: [what: string, texts: string[], expected: string[]][] = [
      ["zeros at the end beyond the currency's decimals", ["49.000000000"], ["49"]],
      ["more zeros than any currency has decimals", [`49.5${"0".repeat(30)}`], ["49.5"]],
      ["thousands with commas", ['"1,249.00"'], ["1249"]],
      ["millions with commas", ['"1,234,567"', "5"], ["1234567", "5"]],
      ["lakhs", ['"1,23,456.00"'], ["123456"]],
      ["decimal commas in quotes", ['"49,00"', '"1.249,50"', "5"], ["49", "1249.5", "5"]],
      ["a point that the rows after show to part thousands", ["1.249", '"49,00"'], ["1249", "49"]],
      ["a comma that the rows after show to part thousands", ['"1,249"', "49.00"], ["1249", "49"]],
      ["three decimals, where nothing shows otherwise", ["1.249", "7"], ["1.249", "7"]],
      ["blanks between thousands", ["1 249.50"], ["1249.5"]],
      ["unbreakable and narrow blanks", ["1\u00a0249.50", "1\u202f249.50"], ["1249.5", "1249.5"]],
      ["apostrophes", ["1'249.50", "1’249.50"], ["1249.5", "1249.5"]],
      ["a plus", ["+49.00"], ["49"]],
      ["zeros before", ["0049.00"], ["49"]],
    ];
    for (const [what, texts, expected] of cases) {
      it(`reads ${what}`, async () => {
        const rows = texts.map((text, index) => row(`X-${index}`, text));
        const sales = expected.map((amount, index): Sale => [`X-${index}`, "c1", amount, X1[3]]);
        await expectSales(await write(".csv", csv(...rows)), sales);
      });
    }

    for (const [what, texts, ...parts] of [
      [
        "a comma that may be either",
        ['"1,249"', "7"],
        "line 2, column amount",
        "may be 1249 or 1.249",
      ],
      [
        "both marks before decimals",
        ["49.00", '"5,50"'],
        "line 3, column amount",
        "line 2 has a point",
      ],
      ["a sign of a currency", ["$49.00"], "line 2, column amount", "in digits"],
      ["the same before thousands", ['"$1,249"'], "line 2, column amount", "in digits"],
      ["a currency behind", ["49.00 EUR"], "line 2, column amount", "in digits"],
      ["notation", ["4.9E+1"], "line 2, column amount", "in digits"],
      ["digits of other scripts", ["４９"], "line 2, column amount", "in digits"],
      ["thousands in odd places", ['"1,2,3"'], "line 2, column amount", "in digits"],
      ["nothing", [""], "line 2, column amount", "nothing"],
    ] as const) {
      it(`refuses ${what}`, async () => {
        const rows = texts.map((text, index) => row(`X-${index}`, text));
        await expectRefusal(await write(".csv", csv(...rows)), ...parts);
      });
    }

    it("leaves out what is no sale, tells why, and takes the rest", async () => {
      for (const [text, verdict] of [
        ["0.00", "exclude"],
        ["0", "exclude"],
        ["-0.00", "exclude"],
        ["-49.00", "review"],
        ["−49.00", "review"],
        ["(49.00)", "review"],
        ["49.00-", "review"],
        ["99999999999999999999999999999999", "review"],
      ] as const) {
        const file = await write(
          ".csv",
          csv(row("X-1", "49.00"), row("Z-2", text), row("X-3", "25.00")),
        );
        const { sales, refused } = await attribute(file);
        expect(
          sales.map(([id]) => id),
          text,
        ).to.deep.equal(["X-1", "X-3"]);
        expect(refused.map(({ line, name }) => [line, name])).to.deep.equal([[3, "Z-2"]]);
        const prepared = await prepare(file);
        expect(
          prepared.sales.map(({ id }) => id),
          text,
        ).to.deep.equal(["X-1", "X-3"]);
        const [aside, ...others] = prepared.setAside;
        expect(others).to.deep.equal([]);
        expect(aside).to.include({ verdict, what: "sale", id: "Z-2" });
        expect(aside?.reason).to.include("found");
      }
    });
  });

  describe("times", () => {
    for (const [text, expected] of [
      ["2026-02-01 10:00:00.123456+00", "2026-02-01T10:00:00Z"],
      ["2026-02-01 10:00:00 UTC", "2026-02-01T10:00:00Z"],
      ["2026-02-01 10:00:00 GMT", "2026-02-01T10:00:00Z"],
      ["2026-02-01 10:00:00 +0100", "2026-02-01T09:00:00Z"],
      ["2026-02-01 10:00:00-0530", "2026-02-01T15:30:00Z"],
      ["2026-02-01 10:00:00 +0000 UTC", "2026-02-01T10:00:00Z"],
      ["2026-02-01 10:00 UTC+01:00", "2026-02-01T09:00:00Z"],
      ["2026-02-01T10:00:00z", "2026-02-01T10:00:00Z"],
      ["2026-02-01t10:00:00Z", "2026-02-01T10:00:00Z"],
      ['"2026-02-01T10:00:00,5Z"', "2026-02-01T10:00:00Z"],
      ["2026-02-01T10:00:00.999999999Z", "2026-02-01T10:00:00Z"],
      ["2026-02-01 9:05", "2026-02-01T09:05:00Z"],
      ["2026-02-01 12:05 AM", "2026-02-01T00:05:00Z"],
      ["2026-02-01 01:05:00 pm", "2026-02-01T13:05:00Z"],
      ["2026/02/01", "2026-02-01T00:00:00Z"],
      ["2026-02-01 24:00", "2026-02-02T00:00:00Z"],
      ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
      ["01.02.2026", "2026-02-01T00:00:00Z"],
      ["1.2.2026 10:00", "2026-02-01T10:00:00Z"],
      ["31/01/2026", "2026-01-31T00:00:00Z"],
      ["01/31/2026 10:00:00 AM", "2026-01-31T10:00:00Z"],
      ["05/05/2026", "2026-05-05T00:00:00Z"],
    ] as const) {
      it(`reads ${text}`, async () => {
        const file = await write(".csv", csv(row("X-1", "49.00", text)));
        await expectSales(file, [["X-1", "c1", "49", expected]]);
      });
    }

    it("reads days and months in the order that some row shows", async () => {
      for (const [shows, expected] of [
        ["13/02/2026", "2026-02-01T00:00:00Z"],
        ["02/13/2026", "2026-01-02T00:00:00Z"],
      ] as const) {
        const file = await write(
          ".csv",
          csv(row("X-1", "49.00", "01/02/2026"), row("X-2", "5", shows, "c2")),
        );
        await expectSales(
          file,
          [
            ["X-1", "c1", "49", expected],
            ["X-2", "c2", "5", "2026-02-13T00:00:00Z"],
          ].map((sale) => sale as unknown as Sale),
        );
      }
    });

    it("takes the day first where commas stand before decimals", async () => {
      const text = `${HEADER.replaceAll(",", ";")}\nX-1;c1;initial;49,00;USDC;01/02/2026;;\n`;
      await expectSales(await write(".csv", text), [X1]);
    });

    for (const [text, ...parts] of [
      ["01/02/2026 10:00", "may be 2026-02-01 10:00 or 2026-01-02 10:00", "day above 12"],
      ["01-02-2026", "may be 2026-02-01 or 2026-01-02"],
      ["01/02/26", "a date such as"],
      ["46054", "a date such as"],
      ["46054.4166667", "a date such as"],
      ["1769904000", "a date such as"],
      ["2026-02-01 10:00 CET", "UTC unless it names its offset"],
      ["2026-02-01T12:30:60Z", "a date such as"],
      ["2026-02-01 13:05 PM", "a date such as"],
      ["2026-02-30", "a date such as"],
      ["2026-02-01T24:00:01Z", "a date such as"],
    ] as const) {
      it(`refuses ${text}`, async () => {
        const file = await write(".csv", csv(row("X-1", "49.00", text)));
        await expectRefusal(file, "line 2, column occurred_at", `"${text}"`, ...parts);
      });
    }

    it("refuses a file that has both orders", async () => {
      const rows = [row("X-1", "49.00", "13/02/2026"), row("X-2", "5", "02/13/2026")];
      await expectRefusal(
        await write(".csv", csv(...rows)),
        "line 3, column occurred_at",
        "line 2 has the day first",
      );
    });
  });

  describe("forms of CSV", () => {
    const both = csv(row("X-1", "49.00"), row("X-2", "1249.50", "2026-02-13 10:00", "c2"));
    const parted = (mark: string, decimals = ".") =>
      both
        .replaceAll(".", decimals)
        .replaceAll(",", mark === "," ? "," : mark)
        .replaceAll(`${mark}00${mark}`, `,00${mark}`);

    it("reads tabs, bars and semicolons", async () => {
      for (const mark of ["\t", "|", ";"])
        await expectSales(await write(".csv", parted(mark)), [X1, X2]);
    });

    it("reads semicolons with decimal commas and points between thousands", async () => {
      const text = [
        HEADER.replaceAll(",", ";"),
        "X-1;c1;initial;49,00;USDC;2026-02-01;;",
        "X-2;c2;initial;1.249,50;USDC;13.02.2026 10:00;;",
        "",
      ].join("\r\n");
      await expectSales(await write(".csv", text), [X1, X2]);
      await expectSales(await write(".csv", `sep=;\r\n${text}`), [X1, X2]);
    });

    it("refuses 1.249 where no commas part fields and nothing shows what the point is", async () => {
      for (const mark of [";", "\t", "|"]) {
        const text = csv(row("X-1", "1.249")).replaceAll(",", mark);
        await expectRefusal(
          await write(".csv", text),
          "line 2, column amount",
          "may be 1.249 or 1249",
          "1.2490 or 1249, or amounts of which one shows",
        );
        await expectSales(await write(".csv", text.replace("1.249", "1.2490")), [
          ["X-1", "c1", "1.249", X1[3]],
        ]);
      }
    });

    it("reads a mark of UTF-8, Windows' line ends and line ends in quotes", async () => {
      const text = `\ufeff${csv(row("X-1", "49.00"), row("X-2", "1249.50", "2026-02-13 10:00", '"c\n2"'))}`;
      const sales: Sale[] = [X1, ["X-2", "c\n2", X2[2], X2[3]]];
      expect(await readRows(await write(".csv", text))).to.deep.equal(sales);
      const windows = await write(".csv", text.replaceAll("\n", "\r\n"));
      expect((await readRows(windows)).map(([id]) => id)).to.deep.equal(["X-1", "X-2"]);
      expect((await attribute(windows)).sales).to.have.length(2);
    });

    it("reads UTF-16 with its mark, of both orders", async () => {
      const little = Buffer.from(`\ufeff${both}`, "utf16le");
      await expectSales(await write(".csv", little), [X1, X2]);
      await expectSales(await write(".csv", Buffer.from(little).swap16()), [X1, X2]);
    });

    it("reads what gzip has packed, by its content", async () => {
      await expectSales(await write(".csv.gz", gzipSync(both)), [X1, X2]);
      await expectSales(await write(".csv", gzipSync(both)), [X1, X2]);
      const lines =
        '{"sale_id":"X-1","customer_id":"c1","kind":"initial","amount":49,"currency":"USDC","occurred_at":"2026-02-01"}\n';
      await expectSales(await write(".jsonl.gz", gzipSync(lines)), [X1]);
    });

    it("refuses what gzip cannot unpack whole", async () => {
      await expectRefusal(
        await write(".csv.gz", gzipSync(both).subarray(0, -12)),
        "cut off or damaged",
      );
    });

    it("refuses Latin-1, UTF-16 without its mark, workbooks and other packing, with the way out", async () => {
      const latin = Buffer.from(csv(row("X-1", "49.00", "2026-02-01", "Zo\xeb")), "latin1");
      await expectRefusal(
        await write(".csv", latin),
        "line 2",
        "Latin-1",
        "Save the file as UTF-8",
      );
      await expectRefusal(
        await write(".csv", Buffer.from(both, "utf16le")),
        "UTF-16 without a mark",
      );
      await expectRefusal(await write(".csv", "PK\x03\x04rest\n"), "a workbook (.xlsx");
      await expectRefusal(await write(".csv", Buffer.from("28b52ffd00", "hex")), "zstd");
      await expectRefusal(await write(".csv", "PAR1\n"), "Parquet under another name");
    });

    it("names the line of a comma too many, and says how to write it", async () => {
      const text = csv(row("X-1", "49.00"), row("X-2", "49.00", "2026-02-01", "Miller, Co"));
      await expectRefusal(
        await write(".csv", text),
        "line 3",
        "9 fields",
        'a field that has "," itself stands in quotes',
      );
    });
  });

  describe("JSON", () => {
    const object = {
      sale_id: "X-1",
      customer_id: "c1",
      kind: "initial",
      amount: "49.00",
      currency: "USDC",
      occurred_at: "2026-02-01",
    };
    const other = {
      ...object,
      sale_id: "X-2",
      customer_id: "c2",
      amount: 1249.5,
      occurred_at: "2026-02-13T10:00:00Z",
    };

    it("reads an array, on one line or many, and objects on lines, under each name", async () => {
      for (const ending of [".json", ".jsonl", ".ndjson"]) {
        await expectSales(await write(ending, JSON.stringify([object, other])), [X1, X2]);
        await expectSales(
          await write(ending, `\ufeff\n${JSON.stringify([object, other], undefined, 2)}\n`),
          [X1, X2],
        );
        const lines = `${JSON.stringify(object)}\n${JSON.stringify(other)}`;
        await expectSales(await write(ending, lines), [X1, X2]);
      }
    });

    it("finds the ends of things, whatever stands in their texts, and names their lines", async () => {
      const odd = { ...object, product: 'a "quoted", ]}[{ \\ text' };
      const rows = await readTable(
        await write(".json", JSON.stringify([odd, other], undefined, 1)),
        SALES_COLUMNS,
      );
      expect(rows.map((one) => [one.get("product"), one.line])).to.deep.equal([
        [odd.product, 2],
        ["", 11],
      ]);
      await expectRefusal(
        await write(".json", JSON.stringify([object, { ...other, amount: "much" }], undefined, 1)),
        "line 10, column amount",
      );
    });

    it("refuses an array without end, text behind it, and other things in it", async () => {
      const text = JSON.stringify([object, other]);
      await expectRefusal(await write(".json", text.slice(0, -1)), "the array has no end");
      await expectRefusal(await write(".json", text.slice(0, -9)), "the array has no end");
      await expectRefusal(await write(".json", `${text} {}`), "text after the array");
      await expectRefusal(await write(".json", "[1]"), "no object");
    });

    it("reads numbers of amounts exactly, 1e2 as 100", async () => {
      const text =
        '[{"sale_id":"X-1","kind":"initial","amount":1e2,"currency":"USDC","occurred_at":"2026-02-01"},{"sale_id":"X-2","kind":"initial","amount":5.5e-3,"currency":"USDC","occurred_at":"2026-02-01"},{"sale_id":"X-3","kind":"initial","amount":49.10,"currency":"USDC","occurred_at":"2026-02-01"}]';
      const sales = [
        ["X-1", "100"],
        ["X-2", "0.0055"],
        ["X-3", "49.1"],
      ] as const;
      await expectSales(
        await write(".json", text),
        sales.map(([id, amount]): Sale => [id, "", amount, X1[3]]),
      );
    });
  });

  describe("rows without end", () => {
    const LONG = "a".repeat(2 ** 25);

    for (const [what, ending, text, found] of [
      ["CSV", ".csv.gz", `${HEADER}\nX-1,"${LONG}`, "line 2, column 2: Max Record Size"],
      ["lines of JSON", ".jsonl.gz", `\n{"sale_id":"${LONG}`, "line 2: one thing has more than"],
      ["an array", ".json.gz", `[\n{"sale_id":"${LONG}`, "line 2: one thing has more than"],
    ] as const) {
      it(`are refused in ${what} before they take all memory`, async () => {
        const file = await write(ending, gzipSync(text));
        const { message } = await refusal(readTable(file, SALES_COLUMNS));
        expect(message).to.include(found);
      });
    }

    it("are others than rows of eight million letters", async () => {
      const product = "a".repeat(2 ** 23);
      const sale = { sale_id: "X-1", kind: "initial", amount: "49", currency: "USDC" };
      const line = JSON.stringify({ ...sale, occurred_at: "2026-02-01", product });
      for (const ending of [".jsonl.gz", ".csv.gz"]) {
        const text =
          ending === ".csv.gz" ? csv(`X-1,c1,initial,49,USDC,2026-02-01,${product},`) : line;
        const rows = await readTable(await write(ending, gzipSync(text)), SALES_COLUMNS);
        expect(rows[0]?.get("product")).to.equal(product);
      }
    });
  });

  describe("ids that lost digits", () => {
    for (const [what, id] of [
      ["notation of a spreadsheet", "8.20983E+17"],
      ["the same with a decimal comma", '"8,20983E+17"'],
      ["notation of Python", "8.209829119461545e+17"],
      ["notation of Java", "8.209829119461545E17"],
      ["a number with a fraction of 0", "123.0"],
      ["the last digits rounded", "820982911946155000"],
    ] as const) {
      it(`refuses ${what}, of sales and of customers`, async () => {
        const text = id.replaceAll('"', "");
        await expectRefusal(
          await write(".csv", csv(row(id, "49.00"))),
          "line 2, column sale_id",
          text,
          "export it anew",
        );
        const customer = csv(row("X-0", "49.00"), row("X-1", "49.00", "2026-02-01", id));
        await expectRefusal(await write(".csv", customer), "line 3, column customer_id", text);
      });
    }

    it("takes ids of digits where some row shows that all are kept, and what only looks alike", async () => {
      const ids = [
        "820982911946155000",
        "820982911946154508",
        "1E5",
        "5e10",
        "1.2.0",
        "v1.0",
        "0012",
      ];
      const rows = ids.map((id) => row(id, "49.00"));
      await expectSales(
        await write(".csv", csv(...rows)),
        ids.map((id): Sale => [id, "c1", "49", X1[3]]),
      );
    });

    const line = (id: string) =>
      `{"sale_id":${id},"customer_id":"c1","kind":"initial","amount":"49","currency":"USDC","occurred_at":"2026-02-01"}\n`;

    it("refuses numbers of JSON that have the digits that 64 floating bits leave", async () => {
      for (const id of ["820982911946154500", "9007199254740992", "123.0", "12.5", "1e17"])
        await expectRefusal(await write(".jsonl", line(id)), "line 1, column sale_id", id);
    });

    it("takes long numbers of JSON where one shows that all digits are kept", async () => {
      const text = line("9007199254740992") + line("9007199254740993") + line("820982911946154508");
      const ids = ["9007199254740992", "9007199254740993", "820982911946154508"];
      expect((await readRows(await write(".jsonl", text))).map(([id]) => id)).to.deep.equal(ids);
      expect((await attribute(await write(".jsonl", text))).sales.map(([id]) => id)).to.deep.equal(
        ids,
      );
      expect(await readRows(await write(".jsonl", line('"9007199254740992"')))).to.have.length(1);
    });

    it("refuses customers of touchpoints, too", async () => {
      const sales = await write(
        ".csv",
        csv(row("X-1", "49.00", "2026-02-01", "820982911946154508")),
      );
      for (const customer of ["8.20983E+17", "820982911946155000"]) {
        const text = `customer_id,partner,role,occurred_at\n${customer},ana,coach,2026-01-01\n`;
        const touchpoints = await write(".csv", text);
        const { message } = await refusal(
          attributeInto(folder.path("never.csv"), {
            ...{ sales, touchpoints, memory: undefined, progress: QUIET },
            model: { ...DEFAULT_PARAMETERS, model: "last" },
          }),
        );
        expect(message).to.include("line 2, column customer_id").and.include(customer);
      }
    });
  });

  describe("Parquet", () => {
    const parquet = async (columns: Readonly<Record<string, string>>) => {
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      files += 1;
      const file = folder.path(`sales-${files}.parquet`);
      const all = {
        ...{ sale_id: "'X-1'", customer_id: "'c1'", kind: "'initial'", amount: "'49.00'" },
        ...{ currency: "'USDC'", occurred_at: "DATE '2026-02-01'", ...columns },
      };
      const select = Object.entries(all).map(([name, value]) => `${value} AS ${name}`);
      await connection.run(`COPY (SELECT ${select.join(", ")}) TO '${file}' (FORMAT parquet)`);
      connection.closeSync();
      instance.closeSync();
      return file;
    };

    it("reads amounts of DECIMAL(38,9), DOUBLE, whole numbers and texts", async () => {
      for (const amount of [
        "49::DECIMAL(38,9)",
        "49::DOUBLE",
        "49::BIGINT",
        "49::HUGEINT",
        "'49.00'",
      ])
        await expectSales(await parquet({ amount }), [X1]);
      await expectSales(await parquet({ amount: "(0.1::DOUBLE + 0.2::DOUBLE)" }), [
        ["X-1", "c1", "0.3", X1[3]],
      ]);
    });

    it("reads times of every type and zone", async () => {
      for (const time of [
        "TIMESTAMP '2026-02-01'",
        "TIMESTAMPTZ '2026-02-01 01:00:00+01'",
        "TIMESTAMP_NS '2026-02-01 00:00:00.5'",
        "'2026-02-01 00:00:00+00'",
      ])
        await expectSales(await parquet({ occurred_at: time }), [X1]);
    });

    it("reads ids of whole numbers, and refuses those of types with fractions", async () => {
      await expectSales(await parquet({ sale_id: "820982911946154508::BIGINT" }), [
        ["820982911946154508", "c1", "49", X1[3]],
      ]);
      for (const type of ["DOUBLE", "FLOAT", "DECIMAL(20,2)"])
        await expectRefusal(
          await parquet({ customer_id: `123::${type}` }),
          "column customer_id",
          `found the type ${type}`,
        );
    });

    it("refuses amounts that 32 or 64 bits have not all digits of", async () => {
      await expectRefusal(await parquet({ amount: "49.1::FLOAT" }), "column amount", "FLOAT");
      await expectRefusal(
        await parquet({ amount: "123456789012345.67::DOUBLE" }),
        "column amount",
        "in digits",
      );
    });
  });

  describe("half a last line", () => {
    const whole = csv(
      row("X-1", "49.00", "2026-02-01T10:00:00Z"),
      `X-2,c2,initial,1180.00,USDC,2026-02-01T10:00:00Z,pro,ana:coach:10`,
    );

    it("is taken at no byte that the file is cut at", async () => {
      for (let length = HEADER.length + 1; length <= whole.length; length += 1) {
        const text = whole.slice(0, length);
        const found = await readRows(await folder.write("cut.csv", text)).then(
          (sales) => sales.map(([id]) => id).join(),
          ({ message }: Error) => (message.includes("no line end") ? "refused" : message),
        );
        const lines = ["", "X-1", "X-1,X-2"];
        const expected = text.endsWith("\n") ? lines[text.split("\n").length - 2] : "refused";
        expect(found, text).to.equal(expected);
      }
    });

    it("is refused by SQL and by `sales prepare` as well, and needs no line end in JSON", async () => {
      await expectRefusal(
        await write(".csv", whole.slice(0, -1)),
        "line 3",
        "no line end",
        "add a line end",
      );
      await expectRefusal(await write(".csv", whole.slice(0, -3)), "line 3", "no line end");
      await expectRefusal(
        await write(".csv.gz", gzipSync(whole.slice(0, -3))),
        "line 3",
        "no line end",
      );
    });

    it("makes touchpoints refused, of which fewer would pay others", async () => {
      const sales = await write(".csv", whole);
      const touchpoints = await write(
        ".csv",
        "customer_id,partner,role,occurred_at\nc1,ana,coach,2026-01-01\nc1,ben,coach,2026-01-0",
      );
      const { message } = await refusal(
        attributeInto(folder.path("never.csv"), {
          ...{ sales, touchpoints, memory: undefined, progress: QUIET },
          model: { ...DEFAULT_PARAMETERS, model: "last" },
        }),
      );
      expect(message).to.include("line 3").and.include("no line end");
    });
  });

  it("finds tables of all endings in a folder, and no mapping that lies beside", async () => {
    const path = folder.path("all");
    await mkdir(path);
    const into = (name: string, content: string | Uint8Array) =>
      folder.write(`all/${name}`, content);
    await into("a.csv.gz", gzipSync(csv(row("A", "1"))));
    await into(
      "b.json",
      '[{"sale_id":"B","kind":"initial","amount":"1","currency":"USDC","occurred_at":"2026-02-01"}]',
    );
    await into(
      "c.jsonl.gz",
      gzipSync(
        '{"sale_id":"C","kind":"initial","amount":"1","currency":"USDC","occurred_at":"2026-02-01"}',
      ),
    );
    await into("d.tsv", csv(row("D", "1")).replaceAll(",", "\t"));
    await into("mapping.json", '{"currencies":{"usd":"USDC"}}');
    await into("rules.json", "{}\n");
    const { sales } = await prepare(path);
    expect(sales.map(({ id }) => id).sort()).to.deep.equal(["A", "B", "C", "D"]);
  });

  it("keeps what is unusual of a file out of what it writes", async () => {
    const text = `${HEADER.replaceAll(",", ";")}\nX-1;c1;initial;1.249,50;USDC;13.02.2026 10:00;;\n`;
    const out = folder.path("plain-out.csv");
    const touchpoints = await write(
      ".csv",
      "customer_id,partner,role,occurred_at\nc1,ana,coach,2026-01-01\n",
    );
    await attributeInto(out, {
      ...{ sales: await write(".csv", text), touchpoints, memory: undefined, progress: QUIET },
      model: { ...DEFAULT_PARAMETERS, model: "last" },
    });
    const [, line] = (await readFile(out, "utf8")).split("\n");
    expect(line)
      .to.include("X-1")
      .and.include(",1249.5,")
      .and.include("2026-02-13T10:00:00Z")
      .and.include("ana:coach:1000000");
  });
});
