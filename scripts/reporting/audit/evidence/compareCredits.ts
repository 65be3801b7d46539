import { toId } from "../../../../core/ids/toId.ts";
import type { EvidentSales } from "../../../attribution/evidence/Evidence.ts";
import {
  type KnownCredits,
  type NamedCredit,
  splitCredits,
} from "../../../files/columns/splitCredits.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { Difference } from "../Difference.ts";

/** Says where the credits that evidence has written down are not those that follow from its files. */
export function compareCredits(sales: EvidentSales, rows: readonly Row[]): Difference[] {
  const known: KnownCredits = new Map();
  const missing = new Map(sales);
  const differences: Difference[] = [];
  for (const row of rows) {
    const name = row.get("sale_id");
    const id = toId(name);
    const sale = missing.get(id);
    missing.delete(id);
    const written = splitCredits(row, known);
    if (sale === undefined)
      differences.push({
        what: `sale ${name}`,
        expected: "a sale of the sales file, once",
        found: "another",
      });
    else if (!isSame(sale.credits, written))
      differences.push(...differencesOf(name, sale.credits, written));
  }
  for (const { name } of missing.values())
    differences.push({ what: `sale ${name}`, expected: "its credits", found: "nothing" });
  return differences;
}

function isSame(a: readonly NamedCredit[], b: readonly NamedCredit[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        other?.partner === one.partner && other.role === one.role && other.weight === one.weight
      );
    })
  );
}

function differencesOf(
  sale: string,
  expected: readonly NamedCredit[],
  found: readonly NamedCredit[],
): Difference[] {
  const weights = new Map(found.map((credit) => [keyOf(credit), credit.weight]));
  const parties = new Map([...expected, ...found].map((credit) => [keyOf(credit), credit]));
  const wanted = new Map(expected.map((credit) => [keyOf(credit), credit.weight]));
  const own = [...parties].flatMap(([key, { partner, role }]) => {
    const [a, b] = [wanted.get(key), weights.get(key)];
    if (a === b) return [];
    const what = `sale ${sale}: ${partner} as ${role}: weight`;
    return [{ what, expected: String(a ?? "nothing"), found: String(b ?? "nothing") }];
  });
  if (own.length > 0) return own;
  const order = (credits: readonly NamedCredit[]) => credits.map(keyOf).join(";");
  return [{ what: `sale ${sale}: credits`, expected: order(expected), found: order(found) }];
}

function keyOf({ partner, role }: NamedCredit): string {
  return `${partner}:${role}`;
}
