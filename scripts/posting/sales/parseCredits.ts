import { REFERRED, type Terms } from "../../../core/deal/Terms.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { KnownPartner } from "../../chain/partners/readPartners.ts";
import { splitCredits } from "../../files/columns/splitCredits.ts";
import type { Row } from "../../files/table/Row.ts";

/** Who played which role in a sale: a partner's number, a role's index, a weight; and the two by their names. */
export interface Credit {
  readonly partner: number;
  readonly role: number;
  readonly weight: number;
  /** As it is enrolled, whatever spelling the file has. */
  readonly partnerName: string;
  readonly roleName: string;
}

const COLUMN = "credits";

/** The partners of a program, to be credited by their names. */
export interface CreditedPartners {
  readonly named: (name: string) => readonly KnownPartner[];
  readonly names: readonly string[];
}

/** The credits of a sale with what a program knows their partners and roles by. */
export function parseCredits(row: Row, terms: Terms, partners: CreditedPartners): Credit[] {
  const credits: Credit[] = [];
  for (const { partner: name, role: roleName, weight } of splitCredits(row)) {
    const { number: partner, name: partnerName } = findPartner(row, name, partners);
    const role = findRole(row, roleName, terms);
    if (credits.some((one) => one.partner === partner && one.role === role)) {
      const found = `"${name}:${roleName}", in another spelling, a second time`;
      throw row.refusal(COLUMN, found, "each partner once in each role");
    }
    credits.push({ partner, role, weight, partnerName, roleName });
  }
  return credits;
}

function findPartner(row: Row, name: string, { named, names }: CreditedPartners): KnownPartner {
  const [partner, ...others] = named(name);
  if (partner === undefined) {
    throw row.refusal(
      COLUMN,
      `the unknown partner "${name}"`,
      `a partner that \`partners enroll\` has enrolled${didYouMean(name, names)}`,
    );
  }
  if (others.length > 0) {
    throw row.refusal(
      COLUMN,
      `"${name}", which is the name of ${others.length + 1} partners`,
      "a name as only one of them spells it",
    );
  }
  if (!partner.isActive) {
    throw row.refusal(COLUMN, `the partner "${name}", who is not active`, "active partners");
  }
  return partner;
}

function findRole(row: Row, name: string, { roles }: Terms): number {
  const names = roles.map((role) => role.name);
  const index = names.indexOf(name);
  if (index < 0)
    throw row.refusal(
      COLUMN,
      `the unknown role "${name}"`,
      `${listOf(names)}${didYouMean(name, names)}`,
    );
  if (roles[index]?.stage === REFERRED) {
    const credited = roles.filter(({ stage }) => stage !== REFERRED);
    throw row.refusal(
      COLUMN,
      `the referral role "${name}", which follows the lines of those who were referred`,
      listOf(credited.map((role) => role.name)),
    );
  }
  return index;
}
