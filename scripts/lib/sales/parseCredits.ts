import type { CsvRow } from "../csv/CsvRow.ts";
import type { KnownPartner } from "../partners/readPartners.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import { listOf } from "../text/listOf.ts";
import { parseWeights } from "./parseWeights.ts";

/** Who played which role in a sale: a partner's number, a role's index, a weight. */
export interface Credit {
  readonly partner: number;
  readonly role: number;
  readonly weight: number;
}

const MOST_CREDITS = 32;
const COLUMN = "credits";

/** Reads a `credits` field, `partner:role:weight;…`. Empty where nobody is credited. */
export function parseCredits(
  row: CsvRow,
  terms: Terms,
  partners: ReadonlyMap<string, KnownPartner>,
): Credit[] {
  const parts = row
    .get(COLUMN)
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > MOST_CREDITS)
    throw row.mistake(COLUMN, `${parts.length} credits`, `at most ${MOST_CREDITS}`);
  const named = parts.map((part) => splitCredit(row, part));
  const weights = weightsByRole(named);
  const seen = new Set<string>();
  return named.map(({ partner, role, weight }, index) => {
    const key = `${partner}:${role}`;
    if (seen.has(key))
      throw row.mistake(COLUMN, `"${key}" twice`, "each partner once in each role");
    seen.add(key);
    const parsed = weights[index];
    if (parsed === undefined) {
      throw row.mistake(
        COLUMN,
        `the weight "${weight}" of "${partner}"`,
        "a number above 0 and below 2^32, with at most six decimals",
      );
    }
    return {
      partner: findPartner(row, partner, partners),
      role: findRole(row, role, terms),
      weight: parsed,
    };
  });
}

interface NamedCredit {
  readonly partner: string;
  readonly role: string;
  readonly weight: string;
}

function splitCredit(row: CsvRow, part: string): NamedCredit {
  const [partner, role, weight, ...rest] = part.split(":").map((text) => text.trim());
  if (!partner || !role || !weight || rest.length > 0) {
    throw row.mistake(
      COLUMN,
      `"${part}"`,
      "partner:role:weight, several of them with semicolons between",
    );
  }
  return { partner, role, weight };
}

/** Weights count within their role, so those of a role are scaled together. */
function weightsByRole(credits: readonly NamedCredit[]): (number | undefined)[] {
  const weights = new Array<number | undefined>(credits.length);
  for (const role of new Set(credits.map((credit) => credit.role))) {
    const indexes = [...credits.keys()].filter((index) => credits[index]?.role === role);
    const parsed = parseWeights(indexes.map((index) => credits[index]?.weight ?? ""));
    for (const [at, index] of indexes.entries()) weights[index] = parsed[at];
  }
  return weights;
}

function findPartner(
  row: CsvRow,
  name: string,
  partners: ReadonlyMap<string, KnownPartner>,
): number {
  const partner = partners.get(name);
  if (partner === undefined) {
    throw row.mistake(
      COLUMN,
      `the unknown partner "${name}"`,
      "a partner that `partners enroll` has enrolled",
    );
  }
  if (!partner.isActive) {
    throw row.mistake(COLUMN, `the partner "${name}", who is not active`, "active partners");
  }
  return partner.number;
}

function findRole(row: CsvRow, name: string, { roles }: Terms): number {
  const names = roles.map((role) => role.name);
  const index = names.indexOf(name);
  if (index < 0) throw row.mistake(COLUMN, `the unknown role "${name}"`, listOf(names));
  return index;
}
