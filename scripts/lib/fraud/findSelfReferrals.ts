import type { DuckDBConnection } from "@duckdb/node-api";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

/**
 * Sales whose customer is a partner that plays a part in them: by the partner's name, its wallet, or an id that the rules
 * list as its own; each also as its SHA-256, for files that name customers by the hash of their e-mail address.
 */
export async function findSelfReferrals(
  connection: DuckDBConnection,
  rules: FraudRules,
): Promise<Flag[]> {
  await fillIdentities(connection, rules);
  const rows = await readRows(
    connection,
    `SELECT sales.sale, played.partner, sales.customer, identities.what
    FROM sales JOIN played ON played.sale = sales.sale
    JOIN identities ON identities.partner = played.partner AND identities.person = person(sales.customer)
    ORDER BY sales.line, played.partner`,
  );
  return rows.map(({ sale, partner, customer, what }) => ({
    check: "self-referral",
    sale: String(sale),
    partner: String(partner),
    seen: `the customer "${customer}" is ${what}`,
    threshold: "a customer that is not the partner",
  }));
}

/** What a customer's id would be if the customer were a partner; `what` says why. */
async function fillIdentities(
  connection: DuckDBConnection,
  { selfReferral: { customers } }: FraudRules,
): Promise<void> {
  await connection.run("CREATE TABLE own (partner VARCHAR, id VARCHAR, what VARCHAR)");
  const appender = await connection.createAppender("own");
  for (const [partner, ids] of Object.entries(customers)) {
    for (const id of ids) {
      for (const text of [partner, id, "an id listed as the partner's"])
        appender.appendVarchar(text);
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run(`
    INSERT INTO own SELECT DISTINCT partner, partner, 'the partner''s name' FROM played;
    INSERT INTO own SELECT partner, wallet, 'the partner''s wallet' FROM partners;
    CREATE TABLE identities AS
    SELECT partner, person, min(what) AS what FROM (
      SELECT partner, person(id) AS person, what FROM own
      UNION ALL SELECT partner, sha256(person(id)), 'the hash of ' || what FROM own
    ) GROUP BY partner, person;
  `);
}
