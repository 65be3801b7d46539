import type { DatabaseSync } from "node:sqlite";
import { groupBy } from "../facts/groupBy.ts";
import type { EventDetails } from "../stripe/EventFacts.ts";

/**
 * The codes of discounts by their ids: of those that any event tells whole, and of one that is a sale's only one, where the sale's
 * session tells the code of its only one.
 */
export function readDiscounts(store: DatabaseSync): ReadonlyMap<string, readonly string[]> {
  const rows = store
    .prepare(
      `SELECT aliases.grp, details.details FROM details JOIN aliases ON aliases.alias = details.alias
       WHERE json_array_length(details.details, '$.discounts.bare') > 0
         OR json_array_length(details.details, '$.codes') > 0
         OR json_extract(details.details, '$.discounts.told') <> '{}' ORDER BY details.event`,
    )
    .all();
  const known = new Map<string, readonly string[]>();
  for (const own of groupBy(rows, ({ grp }) => String(grp)).values()) {
    const details = own.map((row) => JSON.parse(String(row.details)) as EventDetails);
    const [bare, ...others] = new Set(details.flatMap(({ discounts }) => discounts?.bare ?? []));
    const session = details.find(
      ({ discounts, codes }) => discounts?.unnamed === 1 && codes.length > 0,
    );
    if (bare !== undefined && others.length === 0 && session !== undefined)
      known.set(bare, session.codes);
    for (const { discounts } of details)
      for (const [id, codes] of Object.entries(discounts?.told ?? {})) known.set(id, codes);
  }
  return known;
}
