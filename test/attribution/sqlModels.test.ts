import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Session } from "chdb";
import { DEFAULT_PARAMETERS, TOUCH_MODELS } from "../../scripts/lib/attribution/ModelParameters.ts";
import { DIALECTS } from "../../scripts/lib/attribution/sql/DIALECTS.ts";
import { decayRowsSql } from "../../scripts/lib/attribution/sql/decayRowsSql.ts";
import { touchTotalsSql } from "../../scripts/lib/attribution/sql/touchTotalsSql.ts";
import { type DuckDb, openDuckDb } from "../../scripts/lib/duckdb/openDuckDb.ts";
import { attributed } from "./attributed.ts";
import { type Files, writeRandomFiles } from "./randomFiles.ts";

const DAY = 86_400;

/** All touch models, with each of their options once. */
const CASES = [
  ...TOUCH_MODELS.map((model) => ({ ...DEFAULT_PARAMETERS, model })),
  { ...DEFAULT_PARAMETERS, model: "position" as const, position: "w" as const },
  { ...DEFAULT_PARAMETERS, model: "linear" as const, lookback: 10 * DAY },
  { ...DEFAULT_PARAMETERS, model: "time-decay" as const, halfLife: 3 * 3_600 },
  ...TOUCH_MODELS.map((within) => ({ ...DEFAULT_PARAMETERS, model: "roles" as const, within })),
];

describe("attribution: the touch models as SQL", () => {
  let folder: string;
  let files: Files;
  let database: DuckDb;
  let session: Session;

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
    session = new Session(join(folder, "clickhouse"));
    session.query("CREATE DATABASE journeys");
    session.query("USE journeys");
    for (const table of ["touchpoints", "sales"]) {
      const file = join(folder, `${table}.parquet`);
      await connection.run(`COPY ${table} TO '${file}' (FORMAT parquet)`);
      session.query(
        `CREATE TABLE journeys.${table} ENGINE = MergeTree ORDER BY customer_id SETTINGS allow_nullable_key = 1 AS SELECT * FROM file('${file}', Parquet)`,
      );
    }
    session.query(
      "CREATE TABLE journeys.decay (step Int64, coarse Int64, fine Int64, divisor Int64) ENGINE = Memory",
    );
    session.query(decayRowsSql().replace("INTO decay", "INTO journeys.decay"));
  });
  after(async () => {
    session?.cleanup();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const parameters of CASES) {
    const { model, position, within, lookback, halfLife } = parameters;
    it(`gives the kernel's totals to the last unit: ${[model, position, within, lookback, halfLife].join(", ")}`, async () => {
      const kernel = await kernelTotals(files, parameters);
      expect(kernel.products.size).to.be.greaterThan(20);
      const found = await database.connection.runAndReadAll(
        touchTotalsSql(parameters, DIALECTS.duckdb),
      );
      expect(toTotals(found.getRows().map((row) => row.map(String)))).to.deep.equal(kernel);
      const text = session.query(touchTotalsSql(parameters, DIALECTS.clickhouse), "TSV");
      const rows = text
        .trim()
        .split("\n")
        .map((row) => row.split("\t"));
      expect(toTotals(rows)).to.deep.equal(kernel);
    });
  }
});

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
    found.products.set(`${party} ${symbol}`, BigInt(products));
  }
  return found;
}
