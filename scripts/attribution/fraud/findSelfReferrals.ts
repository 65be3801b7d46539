import type { DuckDBConnection } from "@duckdb/node-api";
import { getAddress, isAddress } from "viem";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

/**
 * Sales whose customer is a partner that plays a part in them: by the partner's name, its wallet, or an id that the rules
 * list as its own; each also as the SHA-256 of its text, as it stands or in small letters, for files that name customers by
 * the hash of their e-mail address.
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
    JOIN identities ON lower(identities.partner) = lower(played.partner) AND identities.person = person(sales.customer)
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
  const wallets = await readRows(connection, "SELECT partner, wallet FROM partners");
  const known = [
    ...Object.entries(customers).flatMap(([partner, ids]) =>
      ids.map((id) => [partner, id, "an id listed as the partner's"] as const),
    ),
    ...wallets.map(
      ({ partner, wallet }) => [String(partner), String(wallet), "the partner's wallet"] as const,
    ),
  ];
  await connection.run("CREATE TABLE own (partner VARCHAR, id VARCHAR, what VARCHAR)");
  const appender = await connection.createAppender("own");
  for (const [partner, id, what] of known) {
    for (const spelling of spellingsOf(id)) {
      for (const text of [partner, spelling, what]) appender.appendVarchar(text);
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run(`
    INSERT INTO own SELECT DISTINCT partner, partner, 'the partner''s name' FROM played;
    CREATE TABLE identities AS
    SELECT partner, person, min(what) AS what FROM (
      SELECT partner, person(id) AS person, what FROM own
      UNION ALL SELECT partner, sha256(unnest([trim(id), lower(trim(id)), person(id)])), 'the hash of ' || what FROM own
    ) GROUP BY partner, person;
  `);
}

/** A wallet is also written with the capitals of its checksum, whose hash is another. */
function spellingsOf(id: string): readonly string[] {
  return isAddress(id, { strict: false }) ? [id, getAddress(id)] : [id];
}
