import type { CsvRow } from "../csv/CsvRow.ts";
import { parseWeights } from "./parseWeights.ts";

/** Who played which role in a sale, by their names. */
export interface NamedCredit {
  readonly partner: string;
  readonly role: string;
  readonly weight: number;
}

const MOST_CREDITS = 32;
const COLUMN = "credits";

/** Reads a `credits` field, `partner:role:weight;…`. Empty where nobody is credited. */
export function splitCredits(row: CsvRow): NamedCredit[] {
  const text = row.get(COLUMN);
  if (text === "") return [];
  const parts = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > MOST_CREDITS)
    throw row.mistake(COLUMN, `${parts.length} credits`, `at most ${MOST_CREDITS}`);
  const named = parts.map((part) => splitCredit(row, part));
  const weights = weightsByRole(named);
  return named.map(({ partner, role, weight }, index) => {
    if (named.findIndex((other) => other.partner === partner && other.role === role) < index)
      throw row.mistake(COLUMN, `"${partner}:${role}" twice`, "each partner once in each role");
    const parsed = weights[index];
    if (parsed !== undefined) return { partner, role, weight: parsed };
    throw row.mistake(
      COLUMN,
      `the weight "${weight}" of "${partner}"`,
      "a number above 0 and below 2^32, with at most six decimals",
    );
  });
}

interface SplitCredit {
  readonly partner: string;
  readonly role: string;
  readonly weight: string;
}

function splitCredit(row: CsvRow, part: string): SplitCredit {
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
function weightsByRole(credits: readonly SplitCredit[]): (number | undefined)[] {
  const weights = new Array<number | undefined>(credits.length);
  for (const role of new Set(credits.map((credit) => credit.role))) {
    const indexes = [...credits.keys()].filter((index) => credits[index]?.role === role);
    const parsed = parseWeights(indexes.map((index) => credits[index]?.weight ?? ""));
    for (const [at, index] of indexes.entries()) weights[index] = parsed[at];
  }
  return weights;
}
