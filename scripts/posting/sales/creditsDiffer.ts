import type { Address } from "viem";
import {
  NOT_PAID,
  REFERRED,
  RESIDUAL_RATE,
  type Terms,
  TO_POOL,
} from "../../../core/deal/Terms.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import type { ListedSale } from "./readSalesFile.ts";

type PostedLine = EventNamed<"SalePosted">["args"]["lines"][number];

/** A credit of the file by what the chain has of it. */
interface ExpectedLine {
  readonly wallet: Address | undefined;
  readonly role: number;
  readonly weight: number;
}

/**
 * Whether a posted sale credits others than the file does, or in other parts. The chain keeps no weights; but the lines of a
 * role are as rate × weight, each rounded down.
 */
export function creditsDiffer(
  terms: Terms,
  { credits, kind }: ListedSale,
  lines: readonly PostedLine[],
  walletOf: (partner: number) => Address | undefined,
): boolean {
  const expected = credits
    .filter(
      ({ role }) => terms.roles[role]?.rates[kind] !== NOT_PAID || role === terms.residualRole,
    )
    .map(({ partner, role, weight }) => ({ wallet: walletOf(partner), role, weight }));
  const found = lines.filter((line) => isOfCredit(terms, line));
  const pairs = new Set(found.map(({ partner, role }) => `${role} ${partner}`));
  const wanted = new Set(expected.map(({ wallet, role }) => `${role} ${wallet}`));
  if (pairs.size !== wanted.size || [...wanted].some((pair) => !pairs.has(pair))) return true;
  return expected.some((credit) => expected.some((other) => !isInPart(credit, other, found)));
}

/** Lines of referrers and of pools follow from the terms. */
function isOfCredit({ roles, pools }: Terms, { role, partner }: PostedLine): boolean {
  const { stage, missing, pool } = roles[role] ?? {};
  if (stage === REFERRED) return false;
  return missing !== TO_POOL || pool === undefined || pools[pool]?.holder !== partner;
}

/** `a` × the other's rate and weight is the other's amount × the own ones, but for what both were rounded down by. */
function isInPart(
  credit: ExpectedLine,
  other: ExpectedLine,
  found: readonly PostedLine[],
): boolean {
  if (credit.role !== other.role) return true;
  const [a, b] = [lineOf(credit, found), lineOf(other, found)];
  // A line of the residual has its role's whole remainder in parts, whatever its rate.
  if (a === undefined || b === undefined) return true;
  const partOfA = BigInt(a.rate) * BigInt(credit.weight);
  const partOfB = BigInt(b.rate) * BigInt(other.weight);
  const apart = a.amount * partOfB - b.amount * partOfA;
  const most = partOfA > partOfB ? partOfA : partOfB;
  return apart < most && apart > -most;
}

function lineOf({ wallet, role }: ExpectedLine, found: readonly PostedLine[]) {
  return found.find(
    (line) => line.role === role && line.partner === wallet && line.rate !== RESIDUAL_RATE,
  );
}
