import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { DEFAULT_PARAMETERS } from "../../scripts/attribution/models/ModelParameters.ts";
import { TOUCH_MODEL_NAMES } from "../../scripts/attribution/models/TOUCH_MODELS.ts";
import { DIALECTS } from "../../scripts/attribution/sql/DIALECTS.ts";
import { decayRowsSql } from "../../scripts/attribution/sql/decayRowsSql.ts";
import { touchTotalsSql } from "../../scripts/attribution/sql/touchTotalsSql.ts";
import { type DuckDb, openDuckDb } from "../../scripts/files/duckdb/openDuckDb.ts";
import { CHDB, isInstalled } from "../../tools/optional/OptionalTool.ts";
import { attributed } from "./attributed.ts";
import { type ClickHouse, openClickHouse } from "./openClickHouse.ts";
import { type Files, writeRandomFiles } from "./randomFiles.ts";

const DAY = 86_400;

/** All touch models, with each of their options once. */
const CASES = [
  ...TOUCH_MODEL_NAMES.map((model) => ({ ...DEFAULT_PARAMETERS, model })),
  { ...DEFAULT_PARAMETERS, model: "position" as const, position: "w" as const },
  { ...DEFAULT_PARAMETERS, model: "linear" as const, lookback: 10 * DAY },
  { ...DEFAULT_PARAMETERS, model: "time-decay" as const, halfLife: 3 * 3_600 },
  ...TOUCH_MODEL_NAMES.map((within) => ({
    ...DEFAULT_PARAMETERS,
    model: "roles" as const,
    within,
  })),
];

describe("attribution: the touch models as SQL", () => {
  let folder: string;
  let files: Files;
  let database: DuckDb;

  before(async function () {
    this.timeout(60_000);
    folder = await mkdtemp(join(tmpdir(), "tributary-sql-"));
    files = await writeRandomFiles(folder, {
      sales: 2_000,
      touches: 10_000,
      customers: 900,
      seed: 7,
    });
    database = await openDuckDb();
    const { connection } = database;
    await connection.run(`CREATE TABLE touchpoints AS
      SELECT customer_id, partner, role, epoch_ms(occurred_at::TIMESTAMP) // 1000 AS seconds, row_number() OVER () AS place
      FROM read_csv('${files.touchpoints}', all_varchar = true);
      CREATE TABLE sales AS SELECT sale_id, customer_id, currency, epoch_ms(occurred_at::TIMESTAMP) // 1000 AS seconds,
        rpad(replace(amount, '.', ''), (instr(amount, '.') - 1 + CASE currency WHEN 'ETH' THEN 18 ELSE 6 END)::INTEGER, '0')::DECIMAL(38, 0) AS amount
        FROM read_csv('${files.sales}', all_varchar = true);
      CREATE TABLE decay (step BIGINT, coarse BIGINT, fine BIGINT, divisor BIGINT);
      ${decayRowsSql()}`);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const parameters of CASES) {
    it(`gives the kernel's totals to the last unit: ${titleOf(parameters)}`, async () => {
      const kernel = await kernelTotals(files, parameters);
      expect(kernel.products.size).to.be.greaterThan(20);
      const sql = touchTotalsSql(parameters, DIALECTS.duckdb);
      const found = await database.connection.runAndReadAll(sql);
      expect(toTotals(found.getRows().map((row) => row.map(String)))).to.deep.equal(kernel);
    });
  }

  if (!isInstalled(CHDB)) {
    console.log("left out: attribution in ClickHouse, for chdb is not installed.");
    return;
  }

  describe("in ClickHouse", () => {
    let session: ClickHouse;

    before(async () => {
      session = openClickHouse(join(folder, "clickhouse"));
      session.query("CREATE DATABASE journeys");
      session.query("USE journeys");
      for (const table of ["touchpoints", "sales"]) {
        const file = join(folder, `${table}.parquet`);
        await database.connection.run(`COPY ${table} TO '${file}' (FORMAT parquet)`);
        session.query(
          `CREATE TABLE journeys.${table} ENGINE = MergeTree ORDER BY customer_id SETTINGS allow_nullable_key = 1 AS SELECT * FROM file('${file}', Parquet)`,
        );
      }
      session.query(
        "CREATE TABLE journeys.decay (step Int64, coarse Int64, fine Int64, divisor Int64) ENGINE = Memory",
      );
      session.query(decayRowsSql().replace("INTO decay", "INTO journeys.decay"));
    });
    after(() => session.cleanup());

    for (const parameters of CASES) {
      it(`gives the kernel's totals: ${titleOf(parameters)}`, async () => {
        const sql = touchTotalsSql(parameters, DIALECTS.clickhouse);
        const rows = toRows(session.query(sql, "TSV"));
        expect(toTotals(rows)).to.deep.equal(await kernelTotals(files, parameters));
      });
    }

    it("gives them on shards, with the tables and the commands of docs/scale.md", async () => {
      const docs = await readFile("docs/scale.md", "utf8");
      const [tables = ""] = /CREATE TABLE touchpoints_local.*?(?=\n\n)/s.exec(docs) ?? [];
      const [prepare = "", query = ""] =
        /^(sed .*?)\nclickhouse-client --query "(.*?)"$/ms.exec(docs)?.slice(1) ?? [];
      const parameters = { ...DEFAULT_PARAMETERS, model: "time-decay" as const };
      const printed = `${decayRowsSql()};\n\n${touchTotalsSql(parameters, DIALECTS.clickhouse)};\n`;
      await writeFile(join(folder, "model.sql"), printed);
      execFileSync("bash", ["-c", prepare], { cwd: folder });
      const local = await readFile(join(folder, "local.sql"), "utf8");
      const answers = [0, 1].map((shard) => {
        session.query(`CREATE DATABASE shard${shard}`);
        session.query(`USE shard${shard}`);
        for (const table of tables.split(";").filter((text) => text.includes("ON CLUSTER main"))) {
          session.query(table.replace("ON CLUSTER main ", ""));
        }
        for (const [table, columns] of [
          ["touchpoints", "customer_id, partner, role, seconds, place"],
          ["sales", "sale_id, customer_id, currency, amount, seconds"],
        ]) {
          session.query(`INSERT INTO ${table}_local SELECT ${columns} FROM journeys.${table}
          WHERE cityHash64(customer_id) % 2 = ${shard}`);
        }
        session.query(decayRowsSql());
        // One engine has no cluster: it asks each shard by an address, and this adds up what they answer.
        const asked = query
          .replace("cluster('main'", "remote('127.0.0.1'")
          .replace("$(cat local.sql)", local);
        return toRows(session.query(asked, "TSV"));
      });
      expect(answers.map((rows) => rows.length).every((rows) => rows > 20)).to.equal(true);
      expect(toTotals(answers.flat())).to.deep.equal(await kernelTotals(files, parameters));
    });
  });
});

function titleOf({ model, position, within, lookback, halfLife }: (typeof CASES)[number]): string {
  return [model, position, within, lookback, halfLife].join(", ");
}

function toRows(tsv: string): string[][] {
  const lines = tsv.trim().split("\n");
  return lines.map((row) => row.split("\t"));
}

interface PartnerTotals {
  /** By partner and role. */
  readonly weights: Map<string, bigint>;
  /** By partner, role and currency: amount × weight. */
  readonly products: Map<string, bigint>;
}

async function kernelTotals(
  files: Files,
  parameters: (typeof CASES)[number],
): Promise<PartnerTotals> {
  const { parties, currencies, totals } = await attributed(files, parameters);
  const found: PartnerTotals = { weights: new Map(), products: new Map() };
  for (const [party, { partner, role }] of parties.entries()) {
    found.weights.set(`${partner} ${role}`, BigInt(totals.weights[party] ?? 0));
    for (const [currency, { symbol }] of currencies.entries()) {
      const product = totals.product(currency, party);
      if (product > 0n) found.products.set(`${partner} ${role} ${symbol}`, product);
    }
  }
  return found;
}

/** Of rows of partner, role, currency, weights and products. */
function toTotals(rows: readonly (readonly string[])[]): PartnerTotals {
  const found: PartnerTotals = { weights: new Map(), products: new Map() };
  for (const [partner, role, symbol, weights = "", products = ""] of rows) {
    const party = `${partner} ${role}`;
    found.weights.set(party, (found.weights.get(party) ?? 0n) + BigInt(weights));
    const key = `${party} ${symbol}`;
    found.products.set(key, (found.products.get(key) ?? 0n) + BigInt(products));
  }
  return found;
}
