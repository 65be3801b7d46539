import type { DuckDBConnection } from "@duckdb/node-api";
import { PARTNER_COLUMNS } from "../../files/columns/PARTNER_COLUMNS.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import { splitCredits } from "../../files/columns/splitCredits.ts";
import { TOUCHPOINT_COLUMNS } from "../../files/columns/TOUCHPOINT_COLUMNS.ts";
import { customerSql } from "../../files/customers/customerSql.ts";
import type { TableSource } from "../../files/duckdb/tableSource.ts";
import { textSql } from "../../files/duckdb/textSql.ts";
import { timeSql } from "../../files/duckdb/timeSql.ts";
import { RefusedRowError } from "../../files/table/RefusedRowError.ts";
import type { Row } from "../../files/table/Row.ts";
import { checkTouch, saleChecker } from "../checkRows.ts";
import { spellingOf } from "../spellingOf.ts";
import type { FraudFiles } from "./FraudFiles.ts";
import { loadTable, type TablePlan } from "./loadTable.ts";
import { readRows } from "./readRows.ts";

/**
 * `person(id)` is one text for the ids that are surely one customer's: capitals and outer spaces do not count, nor what
 * follows a "+" in the local part of an e-mail address, nor the dots in one of Google's.
 */
const PERSON = String.raw`
  CREATE MACRO without_tag(id) AS regexp_replace(lower(trim(id)), '^([^+@]+)\+[^@]*@', '\1@');
  CREATE MACRO person(id) AS CASE
    WHEN regexp_matches(without_tag(id), '^[^@]+@(gmail|googlemail)\.com$')
    THEN replace(split_part(without_tag(id), '@', 1), '.', '') || '@gmail.com'
    ELSE without_tag(id) END;
`;

const TOUCHES: TablePlan = {
  table: "touches",
  columns: TOUCHPOINT_COLUMNS,
  select: (source) =>
    `${namedCustomer(source)}, ${named(source, { partner: "partner", role: "role", channel: "channel", touch_id: "touch" })},
    ${timeSql(source, "occurred_at")} AS occurred`,
  isRight:
    "coalesce(bool_and(customer <> '' AND partner <> '' AND role <> '' AND coalesce(occurred > 0, false)), true)",
  ids: ["customer", "touch"],
  createCheck: () => checkTouch,
};

const REFUNDS: TablePlan = {
  table: "refunds",
  columns: REFUND_COLUMNS,
  select: (source) => named(source, { sale_id: "sale" }),
  isRight: "coalesce(bool_and(sale <> ''), true)",
  ids: ["sale"],
  createCheck: () => (row) => row.require("sale_id"),
};

const PARTNERS: TablePlan = {
  table: "partners",
  columns: PARTNER_COLUMNS,
  select: (source) => named(source, { partner: "partner", wallet: "wallet" }),
  isRight: "coalesce(bool_and(partner <> '' AND wallet <> ''), true)",
  ids: [],
  createCheck: () => (row) => {
    row.require("partner");
    row.require("wallet");
  },
};

/**
 * Fills an empty database with the files as tables, and `played`: which partners have a part in which sale. Where a sale names
 * its credits those are its partners; else all who touched its customer within the look-back.
 */
export async function fillFraudTables(
  connection: DuckDBConnection,
  files: FraudFiles,
  lookback: number,
): Promise<void> {
  await connection.run(PERSON);
  await loadTable(connection, files.sales, planSales());
  await loadTable(connection, files.touchpoints, TOUCHES);
  await loadOrNone(connection, files.refunds, REFUNDS, "sale VARCHAR");
  await loadOrNone(connection, files.partners, PARTNERS, "partner VARCHAR, wallet VARCHAR");
  await connection.run(`
    CREATE TABLE credits AS SELECT DISTINCT sale, trim(split_part(credit, ':', 1)) AS partner FROM (
      SELECT sale, unnest(string_split(credits, ';')) AS credit FROM sales WHERE credits <> ''
    ) WHERE trim(credit) <> ''`);
  await spellPartners(connection);
  await connection.run(`
    CREATE TABLE played AS
    SELECT sale, partner FROM credits
    UNION
    SELECT sales.sale, touches.partner
    FROM sales ANTI JOIN credits ON credits.sale = sales.sale
    JOIN touches ON touches.customer = sales.customer
      AND touches.occurred <= sales.occurred AND touches.occurred > sales.occurred - ${lookback}
  `);
}

/** Gives each partner one spelling in all tables. */
async function spellPartners(connection: DuckDBConnection): Promise<void> {
  const rows = await readRows(
    connection,
    `SELECT partner, count(*) AS touches FROM (
      SELECT partner FROM touches UNION ALL SELECT partner FROM credits UNION ALL SELECT partner FROM partners
    ) GROUP BY partner`,
  );
  const written = rows.map(({ partner, touches }) => ({
    partner: String(partner),
    touches: Number(touches),
  }));
  const spell = spellingOf(written);
  for (const { partner } of written.filter((one) => spell(one.partner) !== one.partner)) {
    for (const table of ["touches", "credits", "partners"]) {
      const change = `UPDATE ${table} SET partner = $1 WHERE partner = $2`;
      await connection.run(change, [spell(partner), partner]);
    }
  }
}

/** `line` is the place in the file. */
function planSales(): TablePlan {
  return {
    table: "sales",
    columns: SALES_COLUMNS,
    select: (source) =>
      `row_number() OVER () AS line, ${namedCustomer(source)}, ${named(source, { sale_id: "sale", kind: "kind", credits: "credits" })},
      ${timeSql(source, "occurred_at")} AS occurred`,
    isRight: `count(DISTINCT sale) = count(*) AND coalesce(bool_and(sale <> '' AND kind <> '' AND coalesce(occurred > 0, false)
      AND (credits = '' OR regexp_full_match(credits, '[^:;]+(:[^:;]+){2}(;[^:;]+(:[^:;]+){2})*;?'))), true)`,
    ids: ["sale", "customer"],
    createCheck: createSaleCheck,
  };
}

/** A sale that no program would take, such as one of 0.00, is looked at as all others are. */
function createSaleCheck(): (row: Row) => void {
  const checkSale = saleChecker();
  return (row) => {
    try {
      checkSale(row);
    } catch (error) {
      if (!(error instanceof RefusedRowError)) throw error;
    }
    splitCredits(row);
  };
}

async function loadOrNone(
  connection: DuckDBConnection,
  file: string | undefined,
  plan: TablePlan,
  empty: string,
): Promise<void> {
  if (file === undefined) await connection.run(`CREATE TABLE ${plan.table} (${empty})`);
  else await loadTable(connection, file, plan);
}

/** NULL of a name that is nobody's, and so is nobody's anywhere. */
function namedCustomer(source: TableSource): string {
  const text = `coalesce(${textSql(source, "customer_id")}, '')`;
  return `CASE ${text} WHEN '' THEN '' ELSE ${customerSql(text)} END AS customer`;
}

function named(source: TableSource, names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([column, name]) => `coalesce(${textSql(source, column)}, '') AS ${name}`)
    .join(", ");
}
