import type { Row } from "../table/Row.ts";
import { parseWeights } from "./parseWeights.ts";

/** Who played which role in a sale, by their names. */
export interface NamedCredit {
  readonly partner: string;
  readonly role: string;
  readonly weight: number;
}

/** A credit as it is written. */
interface WrittenCredit {
  readonly partner: string;
  readonly role: string;
  readonly text: string;
  /** Undefined where the text alone does not say: decimals count within their role. */
  readonly weight: number | undefined;
}

/** Credits that were read before, by their text: of a long file each is kept once. */
export type KnownCredits = Map<string, WrittenCredit>;

const MOST_CREDITS = 32;
const COLUMN = "credits";

/** Reads a `credits` field, `partner:role:weight;…`. Empty where nobody is credited. */
export function splitCredits(row: Row, known: KnownCredits = new Map()): NamedCredit[] {
  const text = row.get(COLUMN);
  if (text === "") return [];
  const written: WrittenCredit[] = [];
  for (const part of text.split(";")) {
    const credit = known.get(part) ?? readCredit(row, part, known);
    if (credit !== undefined) written.push(credit);
  }
  if (written.length > MOST_CREDITS)
    throw row.mistake(COLUMN, `${written.length} credits`, `at most ${MOST_CREDITS}`);
  refuseTwice(row, written);
  return written.every(hasWeight) ? written : weigh(row, written);
}

function readCredit(row: Row, part: string, known: KnownCredits): WrittenCredit | undefined {
  if (part.trim() === "") return undefined;
  const [partner, role, text, ...rest] = part.split(":").map((field) => field.trim());
  if (!partner || !role || !text || rest.length > 0) {
    throw row.mistake(
      COLUMN,
      `"${part.trim()}"`,
      "partner:role:weight, several of them with semicolons between",
    );
  }
  const weight = text.includes(".") ? undefined : parseWeights([text])[0];
  const credit = { partner, role, text, weight };
  known.set(part, credit);
  return credit;
}

function hasWeight(credit: WrittenCredit): credit is WrittenCredit & NamedCredit {
  return credit.weight !== undefined;
}

function refuseTwice(row: Row, credits: readonly WrittenCredit[]): void {
  for (let index = 1; index < credits.length; index += 1) {
    const { partner, role } = credits[index] ?? {};
    const first = credits.findIndex((other) => other.partner === partner && other.role === role);
    if (first < index)
      throw row.mistake(COLUMN, `"${partner}:${role}" twice`, "each partner once in each role");
  }
}

/** Weights count within their role, so those of a role are scaled together. */
function weigh(row: Row, credits: readonly WrittenCredit[]): NamedCredit[] {
  const weights = new Map<WrittenCredit, number | undefined>();
  for (const role of new Set(credits.map((credit) => credit.role))) {
    const own = credits.filter((credit) => credit.role === role);
    const parsed = parseWeights(own.map(({ text }) => text));
    for (const [at, credit] of own.entries()) weights.set(credit, parsed[at]);
  }
  return credits.map((credit) => {
    const { partner, role, text } = credit;
    const weight = weights.get(credit);
    if (weight !== undefined) return { partner, role, weight };
    throw row.mistake(
      COLUMN,
      `the weight "${text}" of "${partner}"`,
      "a number above 0 and below 2^32, with at most six decimals",
    );
  });
}
