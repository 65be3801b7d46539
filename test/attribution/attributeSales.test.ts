import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createModel } from "../../scripts/attribution/models/createModel.ts";
import { DEFAULT_PARAMETERS } from "../../scripts/attribution/models/ModelParameters.ts";
import { openFiles } from "../../scripts/attribution/openFiles.ts";
import { rolesOf } from "../../scripts/attribution/partyGroups.ts";
import { shareSales } from "../../scripts/attribution/shareSales.ts";
import { type Slice, sliceCustomers } from "../../scripts/attribution/sliceCustomers.ts";
import { Totals } from "../../scripts/attribution/Totals.ts";
import { type DuckDb, openDuckDb } from "../../scripts/files/duckdb/openDuckDb.ts";
import { attributed } from "./attributed.ts";
import { type Files, writeRandomFiles } from "./randomFiles.ts";

const DAY = 86_400;
const TOUCHES = "customer_id,partner,role,channel,occurred_at";
const SALES = "sale_id,customer_id,kind,amount,currency,occurred_at,product";

describe("attribution: sales and touches from files", () => {
  let folder: string;
  let database: DuckDb;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tributary-attribute-"));
    database = await openDuckDb();
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const write = async (sales: readonly string[], touches: readonly string[]): Promise<Files> => {
    const files = { sales: join(folder, "s.csv"), touchpoints: join(folder, "t.csv") };
    await writeFile(files.sales, [SALES, ...sales, ""].join("\n"));
    await writeFile(files.touchpoints, [TOUCHES, ...touches, ""].join("\n"));
    return files;
  };

  /** Whom the sales go to, as text. */
  const whom = async (files: Files, parameters: Parameters<typeof attributed>[1]) => {
    const { credited, parties } = await attributed(files, parameters);
    return credited.map(({ sale, credits }) =>
      [sale, ...credits.map(({ party, weight }) => `${parties[party]?.partner}:${weight}`)].join(
        " ",
      ),
    );
  };

  const failure = (files: Files): Promise<string> =>
    attributed(files, { model: "linear" }).then(
      () => "nothing",
      (error: Error) => error.message,
    );

  it("counts touches up to the sale's second, from just after the look-back's start", async () => {
    const files = await write(
      ["S,C,initial,5,USDC,2026-01-31T00:00:00Z,"],
      [
        "C,on the edge,affiliate,x,2026-01-01T00:00:00Z",
        "C,inside,affiliate,x,2026-01-01T00:00:01Z",
        "C,same second,affiliate,x,2026-01-31T00:00:00Z",
        "C,too late,affiliate,x,2026-01-31T00:00:01Z",
        "D,somebody else,affiliate,x,2026-01-30",
      ],
    );
    expect(await whom(files, { model: "linear", lookback: 30 * DAY })).to.deep.equal([
      "0 inside:500000 same second:500000",
    ]);
    expect(await whom(files, { model: "first" })).to.deep.equal(["0 on the edge:1000000"]);
    expect(await whom(files, { model: "last" })).to.deep.equal(["0 same second:1000000"]);
  });

  it("orders touches by time, whatever their zone and place; those of one second by their place", async () => {
    const files = await write(
      ["S,C,initial,5,USDC,2026-02-01,"],
      [
        "C,third,affiliate,x,2026-01-02T01:00:00Z",
        "C,first,affiliate,x,2026-01-02T01:30:00+02:00",
        "C,second,affiliate,x,2026-01-02T00:30:00Z",
        "C,fourth,affiliate,x,2026-01-02T01:00:00.9Z",
      ],
    );
    expect(await whom(files, { model: "linear" })).to.deep.equal([
      "0 first:250000 second:250000 third:250000 fourth:250000",
    ]);
    expect(await whom(files, { model: "last" })).to.deep.equal(["0 fourth:1000000"]);
  });

  it("adds the touches of one partner in one role up, and lets one touch count for several sales", async () => {
    const files = await write(
      [
        "S1,C,initial,5,USDC,2026-02-01,",
        "S2,C,initial,5,USDC,2026-03-01,",
        "S3,,initial,5,USDC,2026-03-01,",
        "S4,E,initial,5,USDC,2026-03-01,",
      ],
      [
        "C,ana,affiliate,x,2026-01-01",
        "C,ben,affiliate,x,2026-01-02",
        "C,ana,affiliate,y,2026-01-03",
        "C,ana,coach,y,2026-02-03",
      ],
    );
    expect(await whom(files, { model: "linear" })).to.deep.equal([
      "0 ana:666667 ben:333333",
      "1 ana:500000 ben:250000 ana:250000",
    ]);
  });

  it("leaves sales alone that have credits", async () => {
    const files = await write([], ["C,ana,affiliate,x,2026-01-01"]);
    await writeFile(
      files.sales,
      `${SALES},credits\nS1,C,initial,5,USDC,2026-02-01,,ben:coach:1\nS2,C,initial,5,USDC,2026-02-01,,\n`,
    );
    expect(await whom(files, { model: "linear" })).to.deep.equal(["1 ana:1000000"]);
    expect(await attributed(files, { model: "linear" })).to.include({
      sales: 2,
      attributed: 1,
      known: 1,
    });
  });

  it("works markov's weights out for each period", async () => {
    const files = await write(
      ["S1,A,initial,5,USDC,2026-01-05,", "S2,B,initial,5,USDC,2026-03-05,"],
      [
        "A,ana,affiliate,x,2026-01-01",
        "A,ben,affiliate,x,2026-01-02",
        "B,ana,affiliate,x,2026-03-01",
        "B,ben,affiliate,x,2026-03-02",
        "D,ben,affiliate,x,2026-03-03",
      ],
    );
    const weights = async (period: number | undefined) =>
      (await attributed(files, { model: "markov", period })).weights.map(({ player, weight }) => [
        player,
        weight,
      ]);
    expect(await weights(30 * DAY)).to.deep.equal([
      ["ana", 500_000],
      ["ben", 500_000],
      ["ana", 333_333],
      ["ben", 666_667],
    ]);
    expect(await weights(undefined)).to.have.length(2);
  });

  it("gives the same for CSV, JSON lines and Parquet, of texts and of typed times", async () => {
    const csv = await writeRandomFiles(join(folder, "formats"), {
      sales: 400,
      touches: 2_000,
      customers: 150,
      seed: 3,
    });
    const expected = await attributed(csv, { model: "time-decay" });
    expect(expected.credited.length).to.be.greaterThan(300);
    for (const [format, time] of [
      ["json", "occurred_at"],
      ["parquet", "occurred_at"],
      ["parquet", "occurred_at::TIMESTAMP"],
      ["parquet", "occurred_at::TIMESTAMPTZ"],
    ]) {
      const convert = async (file: string) => {
        const made = file.replace(".csv", format === "json" ? ".jsonl" : ".parquet");
        await database.connection.run(
          `COPY (SELECT * REPLACE (${time} AS occurred_at) FROM read_csv('${file}', all_varchar = true)) TO '${made}' (FORMAT ${format})`,
        );
        return made;
      };
      const files = {
        sales: await convert(csv.sales),
        touchpoints: await convert(csv.touchpoints),
      };
      const found = await attributed(files, { model: "time-decay" });
      expect(found.credited, `${format} ${time}`).to.deep.equal(expected.credited);
      expect(found.totals).to.deep.equal(expected.totals);
    }
  });

  it("takes files as people write them: no rows, blanks, quotes, Windows' line ends, ids that look like comments", async () => {
    expect(await attributed(await write([], []), { model: "linear" })).to.include({
      sales: 0,
      attributed: 0,
    });
    const files = await write(
      ['S, "C ""x"", y" ,initial, 5 ,USDC, 2026-02-01 ,"a\nb"', "#2,#D,initial,5,USDC,2026-02-01,"],
      [
        '"C ""x"", y" , ana ,affiliate,x, 2026-01-01T00:00:00Z ',
        "",
        "#D,#ben,affiliate,x,2026-01-01",
      ],
    );
    for (const file of [files.sales, files.touchpoints]) {
      const text = await readFile(file, "utf8");
      await writeFile(
        file,
        `\uFEFF${text.replaceAll(/(?<!"a)\n/g, "\r\n").replaceAll(/ (?=")|(?<=") (?=,)/g, "")}`,
      );
    }
    expect(await whom(files, { model: "linear" })).to.deep.equal([
      "0 ana:1000000",
      "1 #ben:1000000",
    ]);
  });

  it("takes amounts of 18 decimals and touches of long ago", async () => {
    const files = await write(
      ["S1,C,initial,1.123456789012345678,DAI,2090-02-01,", "S2,C,initial,5.5,USDC,2090-02-01,"],
      ["C,ana,affiliate,x,1971-01-01"],
    );
    const { totals, currencies } = await attributed(files, { model: "time-decay" });
    expect(currencies).to.deep.equal([
      { symbol: "DAI", decimals: 18 },
      { symbol: "USDC", decimals: 6 },
    ]);
    expect([totals.amount(0, 0), totals.amount(1, 0)]).to.deep.equal([
      1_123_456_789_012_345_678n,
      5_500_000n,
    ]);
  });

  it("leaves out what is no sale, with its line and why", async () => {
    const whole = "L,C,initial,100000000000,USDC,2026-02-01,";
    for (const [amount, why] of [
      [`5.${"1".repeat(19)}`, "at most 18 decimals"],
      ["0", "above 0"],
      ["0.00", "above 0"],
      ["-0.00", "above 0"],
      ["-5", "below 0"],
      ["(5.00)", "below 0"],
      ["99999999999999999999999999", "less than 2^96"],
    ] as const) {
      const files = await write(
        [`S,C,initial,${amount},USDC,2026-02-01,`, whole],
        ["C,ana,affiliate,x,2026-01-01"],
      );
      const { sales, refused, totals } = await attributed(files, { model: "last" });
      expect(sales, amount).to.equal(1);
      expect(refused.map(({ line, name }) => [line, name])).to.deep.equal([[2, "S"]]);
      expect(refused[0]?.why).to.include("s.csv, line 2, column amount").and.include(why);
      expect(totals.weights[0]).to.equal(1_000_000);
    }
  });

  it("tells where a file is wrong", async () => {
    const sale = "S,C,initial,5,USDC,2026-02-01,";
    const touch = "C,ana,affiliate,x,2026-01-01";
    const cases: [string[], string[], ...string[]][] = [
      [
        [sale],
        [touch, "C,ana,affiliate,x,2026-02-30"],
        "t.csv, line 3, column occurred_at",
        "2026-02-30",
      ],
      [[sale], [touch, ",ana,affiliate,x,2026-02-20"], "t.csv, line 3, column customer_id"],
      [[sale], ["C,ana:b,affiliate,x,2026-02-20"], "t.csv, line 2, column partner", "colons"],
      [[sale], ["C,,affiliate,x,2026-02-20"], "t.csv, line 2, column partner"],
      [[sale], ["C,ana,affiliate,x,1969-02-20"], "t.csv, line 2, column occurred_at"],
      [[sale, sale], [touch], "s.csv, line 3, column sale_id", "line 2"],
      [["S,C,initial,1e3,USDC,2026-02-01,"], [touch], "column amount"],
      [["S,C,,5,USDC,2026-02-01,"], [touch], "column kind"],
      [["S,C,initial,5,,2026-02-01,"], [touch], "column currency"],
      [["S,C,initial,5,USDC,soon,"], [touch], "s.csv, line 2, column occurred_at"],
      [["S,C,initial,5,USDC,2206-02-01,"], [touch], "s.csv, line 2", "before 2106"],
      [[sale], [touch, "D,ana,affiliate,x,2206-02-01"], "t.csv, line 3", "before 2106"],
    ];
    for (const [sales, touches, ...parts] of cases) {
      const message = await failure(await write(sales, touches));
      for (const part of parts) expect(message).to.include(part);
    }
    const files = await write([sale], [touch]);
    await writeFile(files.touchpoints, "customer,partner\nC,ana\n");
    expect(await failure(files)).to.include(
      't.csv, line 1, column 1: the unknown column "customer"',
    );
    expect(await failure({ ...files, sales: join(folder, "none.csv") })).to.include(
      "none.csv: there is no such file",
    );
  });

  it("gives the same in slices of any size", async () => {
    const random = { sales: 3_000, touches: 9_000, customers: 700, seed: 5 };
    const paths = await writeRandomFiles(join(folder, "slices"), random);
    const files = await openFiles({
      ...paths,
      ...{ memory: undefined, needsChannels: false, needsAll: false },
    });
    const share = createModel({ ...DEFAULT_PARAMETERS, model: "time-decay" }, () => []);
    const run = async (slices: readonly Slice[]) => {
      const totals = new Totals(files.touches.parties.length, files.sales.currencies.length);
      const groupOf = rolesOf(files.touches.parties);
      const models = [{ share, totals }];
      const counts = await shareSales(
        { ...files, slices },
        { lookback: undefined, groupOf, models },
      );
      return { totals, counts };
    };
    try {
      const { customers } = files.sales;
      const whole = await run([[0, customers]]);
      expect(whole.counts.attributed).to.be.greaterThan(2_500);
      const cuts: Slice[] = [
        [0, 1],
        [1, 400],
        [400, 400],
        [400, customers],
      ];
      expect(await run(cuts)).to.deep.equal(whole);
      expect(await run(sliceCustomers(customers, 50_000_000))).to.deep.equal(whole);
    } finally {
      await files.database.close();
    }
  });

  it("cuts the customers by the touches, each once", () => {
    expect(sliceCustomers(10, 1_000)).to.deep.equal([[0, 10]]);
    expect(sliceCustomers(3, 1_000_000_000)).to.deep.equal([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(sliceCustomers(1_000, 1_000_000_000)).to.have.length(64);
    expect(sliceCustomers(1_000, 10_000_000)).to.have.length(3);
    expect(sliceCustomers(1_000, 10_000_000, 2 ** 29)).to.have.length(10);
    expect(sliceCustomers(0, 0)).to.deep.equal([[0, 0]]);
  });

  it("refuses too little memory", async () => {
    const files = await write(["S,C,initial,5,USDC,2026-02-01,"], ["C,ana,affiliate,x,2026-01-01"]);
    expect(await attributed(files, { model: "linear" }, 2 ** 29)).to.include({ attributed: 1 });
  });
});
