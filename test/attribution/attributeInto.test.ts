import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { attributeInto } from "../../scripts/attribution/attributeInto.ts";
import { DEFAULT_PARAMETERS } from "../../scripts/attribution/models/ModelParameters.ts";
import { SALES_COLUMNS } from "../../scripts/files/columns/SALES_COLUMNS.ts";
import { type DuckDb, openDuckDb } from "../../scripts/files/duckdb/openDuckDb.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { attributed, QUIET } from "./attributed.ts";
import { type Files, writeRandomFiles } from "./randomFiles.ts";

describe("attribution: the file of sales with credits", () => {
  let folder: string;
  let database: DuckDb;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tributary-into-"));
    database = await openDuckDb();
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const writeTo = (name: string, files: Files, model: "linear" | "first" = "linear") => {
    const out = join(folder, name);
    const parameters = { ...files, model: { ...DEFAULT_PARAMETERS, model }, memory: undefined };
    return attributeInto(out, { ...parameters, progress: QUIET }).then(() => out);
  };

  const read = async (file: string) =>
    (await readTable(file, SALES_COLUMNS)).map((row) => [
      ...["sale_id", "customer_id", "amount", "currency", "occurred_at", "product", "credits"].map(
        (column) => row.get(column),
      ),
    ]);

  it("has each sale of the file in its place, with the credits of the kernel", async () => {
    const random = { sales: 900, touches: 1_500, customers: 400, seed: 11 };
    const files = await writeRandomFiles(join(folder, "random"), random);
    const { credited, parties } = await attributed(files, { model: "linear" });
    expect(credited.length).to.be.greaterThan(400).and.below(900);
    const creditsOf = new Map(
      credited.map(({ sale, credits }) => [
        sale,
        credits
          .map(
            ({ party, weight }) => `${parties[party]?.partner}:${parties[party]?.role}:${weight}`,
          )
          .join(";"),
      ]),
    );
    const given = await readTable(files.sales, SALES_COLUMNS);
    const expected = given.map((row, place) => [row.get("sale_id"), creditsOf.get(place) ?? ""]);
    for (const name of ["same.csv", "same.jsonl", "same.parquet"]) {
      const found = await read(await writeTo(name, files));
      expect(
        found.map((fields) => [fields[0], fields.at(-1)]),
        name,
      ).to.deep.equal(expected);
    }
  });

  it("keeps texts, of Parquet in Parquet and CSV: as they are but for the blanks around them, as they are read", async () => {
    const odd = [
      " lead",
      "trail ",
      "\ttab",
      "\u00a0",
      '"quoted", commas',
      "two\nlines",
      "#note",
      "NULL",
      "'",
      "é",
    ];
    const sales = odd.map((text, index) => ({
      sale_id: `${text}-${index}`,
      customer_id: `c${index}${text}`,
      kind: "initial",
      amount: "5",
      currency: "USDC",
      occurred_at: "2026-02-01",
      product: text,
    }));
    const touches = odd.map((text, index) => ({
      customer_id: `c${index}${text}`,
      partner: text.trim() === "" ? "blank" : text,
      role: "affiliate",
      occurred_at: "2026-01-01",
    }));
    const parquet = async (name: string, rows: readonly object[]) => {
      const json = join(folder, `${name}.jsonl`);
      await writeFile(json, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      const file = join(folder, `${name}.parquet`);
      await database.connection.run(
        `COPY (SELECT * FROM read_json('${json}', columns = {${Object.keys(rows[0] ?? {}).map((column) => `${column}: 'VARCHAR'`)}})) TO '${file}'`,
      );
      return file;
    };
    const files = { sales: await parquet("odd", sales), touchpoints: await parquet("by", touches) };
    const expected = sales.map(({ sale_id: sale, customer_id: customer, product }, index) =>
      [
        ...[sale, customer, "5", "USDC", "2026-02-01", product],
        `${touches[index]?.partner.trim()}:affiliate:1000000`,
      ].map((field) => field.trim()),
    );
    for (const name of ["odd-out.parquet", "odd-out.csv"]) {
      expect(await read(await writeTo(name, files)), name).to.deep.equal(expected);
    }
  });

  it("keeps the credits that a sale had, and leaves nothing behind where one has too many", async () => {
    const header = "sale_id,credits,customer_id,kind,amount,currency,occurred_at,product";
    const row = (sale: string, credits: string) =>
      `${sale},${credits},C,initial,5,USDC,2026-02-01,`;
    const files = { sales: join(folder, "k.csv"), touchpoints: join(folder, "kt.csv") };
    await writeFile(files.sales, [header, row("A", "ben:coach:1"), row("B", ""), ""].join("\n"));
    const touches = Array.from({ length: 33 }, (_, index) => `C,p${index},affiliate,x,2026-01-01`);
    await writeFile(
      files.touchpoints,
      ["customer_id,partner,role,channel,occurred_at", ...touches, ""].join("\n"),
    );
    expect(await read(await writeTo("known.csv", files, "first"))).to.deep.equal([
      ["A", "C", "5", "USDC", "2026-02-01", "", "ben:coach:1"],
      ["B", "C", "5", "USDC", "2026-02-01", "", "p0:affiliate:1000000"],
    ]);
    const folderAsFile = await writeTo("..", files).catch(({ message }) => message);
    expect(folderAsFile).to.include("EISDIR").and.include("path of a file");
    const refused = await writeTo("many.csv", files).catch(({ message }) => message);
    expect(refused).to.include('"B" has too many credits').and.include("33 partners and roles");
    expect((await readdir(folder)).filter((name) => name.startsWith("many"))).to.deep.equal([]);
  });
});
