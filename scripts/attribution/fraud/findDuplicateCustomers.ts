import type { DuckDBConnection } from "@duckdb/node-api";
import { listOf } from "../../../core/text/listOf.ts";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

/**
 * Sales of a kind that a customer has once, where the same person had one before: under the same id, one that differs
 * in what does not count, or one that shares the id of a touchpoint, for one click is one person's.
 */
export async function findDuplicateCustomers(
  connection: DuckDBConnection,
  { duplicateCustomers: { kinds } }: FraudRules,
): Promise<Flag[]> {
  await nameSharers(connection);
  const rows = await readRows(
    connection,
    `WITH once AS (
      SELECT sales.line, sales.sale, sales.customer, sales.occurred,
        coalesce(sharers.name, person(sales.customer)) AS person
      FROM sales LEFT JOIN sharers ON sharers.person = person(sales.customer)
      WHERE sales.customer <> '' AND list_contains($1::JSON::VARCHAR[], sales.kind)
    ), numbered AS (
      SELECT *, row_number() OVER earlier AS number, first_value(sale) OVER earlier AS first_sale,
        first_value(customer) OVER earlier AS first_customer
      FROM once WINDOW earlier AS (PARTITION BY person ORDER BY occurred, line)
    )
    SELECT numbered.*, played.partner FROM numbered LEFT JOIN played ON played.sale = numbered.sale
    WHERE number > 1 ORDER BY line, played.partner`,
    [JSON.stringify(kinds)],
  );
  return rows.map((row) => ({
    check: "duplicate-customer",
    sale: String(row.sale),
    partner: row.partner === null ? null : String(row.partner),
    seen: `the customer "${row.customer}" bought before as "${row.first_customer}" in the sale "${row.first_sale}"`,
    threshold: `one sale of ${listOf(kinds)} for each customer`,
  }));
}

/** One name for all persons that share touchpoints, over any number of steps. */
async function nameSharers(connection: DuckDBConnection): Promise<void> {
  // Of most touches there is one person: numbers tell so in far less memory than lists.
  await connection.run(`
    CREATE TABLE shared AS SELECT touch FROM (
      SELECT touch, hash(person(customer)) AS person FROM touches WHERE touch <> '' AND customer IS NOT NULL
    ) GROUP BY touch HAVING min(person) <> max(person)
  `);
  const shared = await readRows(
    connection,
    `SELECT touch, list(DISTINCT person(customer) ORDER BY person(customer)) AS persons
    FROM touches SEMI JOIN shared USING (touch) GROUP BY touch ORDER BY touch`,
  );
  const parents = new Map<string, string>();
  const nameOf = (person: string): string => {
    let name = person;
    for (let next = parents.get(name); next !== undefined; next = parents.get(name)) name = next;
    return name;
  };
  for (const { persons } of shared) {
    const [first = "", ...others] = (persons as string[]).map(nameOf);
    for (const other of others)
      if (nameOf(other) !== nameOf(first)) parents.set(nameOf(other), nameOf(first));
  }
  await connection.run("CREATE TABLE sharers (person VARCHAR, name VARCHAR)");
  const appender = await connection.createAppender("sharers");
  for (const person of parents.keys()) {
    appender.appendVarchar(person);
    appender.appendVarchar(nameOf(person));
    appender.endRow();
  }
  appender.closeSync();
}
