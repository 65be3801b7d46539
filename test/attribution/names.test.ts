import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import {
  normalizeSales,
  normalizeTouchpoints,
} from "../../scripts/attribution/evidence/normalize.ts";
import { numberParties } from "../../scripts/attribution/numberParties.ts";
import { customerOf } from "../../scripts/files/customers/customerOf.ts";
import { customerSql } from "../../scripts/files/customers/customerSql.ts";
import { type DuckDb, openDuckDb } from "../../scripts/files/duckdb/openDuckDb.ts";
import { attributed } from "./attributed.ts";

const SALES = "sale_id,customer_id,kind,amount,currency,occurred_at,product";
const TOUCHPOINTS = "customer_id,partner,role,channel,occurred_at";

describe("attribution: names of customers and partners", () => {
  let folder: string;
  let database: DuckDb;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tributary-names-"));
    database = await openDuckDb();
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, lines: readonly string[]) => {
    const file = join(folder, name);
    await writeFile(file, `${lines.join("\n")}\n`);
    return file;
  };
  const sale = (id: string, customer: string) => `${id},${customer},initial,10,USDC,2026-02-03,`;

  it("of customers are the same in SQL as elsewhere", async () => {
    const text = fc
      .array(
        fc.constantFrom(
          ...["a", "B", "cus_", "7", "0", "-", "@", ".", " ", "\u00a0", "\t", "\u200b", "\ufeff"],
          ...[
            "e\u0301",
            "\u00c9",
            "Ömer",
            "日",
            "guest",
            "null",
            "undefined",
            "n/a",
            "Test",
            "example",
          ],
          ...[" user", "noreply", "\ufe0f", "\u{1f642}", "(", ")", "1"],
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("").normalize("NFC"));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 200 }), async (names) => {
        await database.connection.run(
          "CREATE OR REPLACE TABLE names (place INTEGER, name VARCHAR)",
        );
        const appender = await database.connection.createAppender("names");
        for (const [place, name] of names.entries()) {
          appender.appendInteger(place);
          appender.appendVarchar(name);
          appender.endRow();
        }
        appender.closeSync();
        const found = await database.connection.runAndReadAll(
          `SELECT coalesce(${customerSql("name")}, '') FROM names ORDER BY place`,
        );
        expect(found.getRows().map(([name]) => name)).to.deep.equal(names.map(customerOf));
      }),
      { numRuns: 100 },
    );
  });

  it("of customers join touches and sales as they do in sales prepare", async () => {
    const sales = await write("sales.csv", [
      SALES,
      sale("s-1", "Lea@Example.org"),
      sale("s-2", "undefined"),
      sale("s-3", "guest"),
      sale("s-4", "cus_Ab"),
      sale("s-5", "Jos\u00e9"),
    ]);
    const touchpoints = await write("touches.csv", [
      TOUCHPOINTS,
      "lea@example.ORG,Ana,seller,,2026-01-01",
      "undefined,Ana,seller,,2026-01-01",
      "guest,Ana,seller,,2026-01-01",
      "cus_ab,Ana,seller,,2026-01-01",
      "Jose\u0301,Ana,seller,,2026-01-01",
    ]);
    for (const model of ["last", "markov"] as const) {
      const { credited, withoutCustomer } = await attributed({ sales, touchpoints }, { model });
      expect(credited.map((one) => one.sale)).to.deep.equal([0, 4]);
      expect(withoutCustomer).to.equal(2);
    }
  });

  it("of partners are one in several spellings, by that of most touches", async () => {
    const sales = await write("sales.csv", [SALES, sale("s-1", "c-1"), sale("s-2", "c-2")]);
    const touchpoints = await write("touches.csv", [
      TOUCHPOINTS,
      "c-1,ana,seller,,2026-01-01",
      "c-1,Ana,seller,,2026-01-02",
      "c-1,Ben,seller,,2026-01-03",
      "c-2,ANA,coach,,2026-01-03",
      "c-2,Ana,seller,,2026-01-03",
      "c-2,Jose\u0301,seller,,2026-01-03",
      "c-2,Jos\u00e9,seller,,2026-01-03",
    ]);
    const { parties, credited } = await attributed({ sales, touchpoints }, { model: "linear" });
    expect(parties).to.deep.equal([
      { partner: "Ana", role: "coach" },
      { partner: "Ana", role: "seller" },
      { partner: "Ben", role: "seller" },
      { partner: "Jos\u00e9", role: "seller" },
    ]);
    expect(credited[0]?.credits).to.have.deep.members([
      { party: 1, weight: 666_667 },
      { party: 2, weight: 333_333 },
    ]);
    expect(credited[1]?.credits).to.have.deep.members([
      { party: 0, weight: 250_000 },
      { party: 1, weight: 250_000 },
      { party: 3, weight: 500_000 },
    ]);
  });

  for (const model of [{ model: "markov" }, { model: "shapley", game: "rate" }] as const) {
    it(`of partners in several spellings weigh as one: ${model.model}`, async () => {
      const ids = ["c-1", "c-2", "c-3"];
      const sales = await write("sales.csv", [SALES, ...ids.map((id) => sale(id, id))]);
      const weightsWith = async (spelling: string) => {
        const touchpoints = await write("touches.csv", [
          TOUCHPOINTS,
          "c-1,Ana,seller,,2026-01-01",
          "c-1,Ben,seller,,2026-01-02",
          `c-2,${spelling},seller,,2026-01-01`,
          "c-3,Ana,seller,,2026-01-01",
          "c-3,Zoe,seller,,2026-01-01",
          "c-4,Ben,seller,,2026-01-01",
        ]);
        return (await attributed({ sales, touchpoints }, { ...model, by: "partner" })).weights;
      };
      const plain = await weightsWith("Ana");
      expect(plain.map(({ player }) => player)).to.include("Ana");
      expect(await weightsWith("ANA")).to.deep.equal(plain);
      expect(await weightsWith("ana")).to.deep.equal(plain);
    });
  }

  it("of partners have the same numbers in whatever order they come", () => {
    const spelled = [
      { partner: "ana", role: "r", touches: 2 },
      { partner: "Ana", role: "r", touches: 2 },
      { partner: "\u{1f642}", role: "r", touches: 1 },
      { partner: "\uffee", role: "r", touches: 1 },
    ];
    const { parties, numbers } = numberParties(spelled);
    expect(parties.map(({ partner }) => partner)).to.deep.equal(["Ana", "\uffee", "\u{1f642}"]);
    expect(numbers).to.deep.equal([0, 0, 2, 1]);
    const back = numberParties(spelled.toReversed());
    expect(back.parties).to.deep.equal(parties);
    expect(back.numbers).to.deep.equal(numbers.toReversed());
  });

  it("of one customer have one pseudonym in evidence, and those of nobody none", async () => {
    const sales = await write("sales.csv", [
      SALES,
      sale("s-1", "Lea@Example.org"),
      sale("s-2", "n/a"),
      sale("s-3", ""),
    ]);
    const touchpoints = await write("touches.csv", [
      TOUCHPOINTS,
      "LEA@example.org,Ana,seller,,2026-01-01",
      "N/A,Ana,seller,,2026-01-01",
    ]);
    const salt = Buffer.from("0123456789abcdef0123456789abcdef");
    await normalizeSales(sales, salt, join(folder, "s.csv"));
    await normalizeTouchpoints(touchpoints, salt, join(folder, "t.csv"));
    const customers = async (name: string, column: number) => {
      const [, ...lines] = (await readFile(join(folder, name), "utf8")).trim().split("\n");
      return lines.map((line) => line.split(",")[column]);
    };
    const [first, ...others] = await customers("s.csv", 1);
    expect(first).to.match(/^[0-9a-f]{64}$/);
    expect(others).to.deep.equal(["", ""]);
    expect(await customers("t.csv", 0)).to.deep.equal([first]);
  });
});
