import { REFERRED, type Terms } from "../../../core/deal/Terms.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { KnownPartner } from "../../chain/partners/readPartners.ts";
import { splitCredits } from "../../files/columns/splitCredits.ts";
import type { Row } from "../../files/table/Row.ts";

/** Who played which role in a sale: a partner's number, a role's index, a weight. */
export interface Credit {
  readonly partner: number;
  readonly role: number;
  readonly weight: number;
}

const COLUMN = "credits";

/** The credits of a sale with what a program knows their partners and roles by. */
export function parseCredits(
  row: Row,
  terms: Terms,
  partners: ReadonlyMap<string, KnownPartner>,
): Credit[] {
  return splitCredits(row).map(({ partner, role, weight }) => ({
    partner: findPartner(row, partner, partners),
    role: findRole(row, role, terms),
    weight,
  }));
}

function findPartner(row: Row, name: string, partners: ReadonlyMap<string, KnownPartner>): number {
  const partner = partners.get(name);
  if (partner === undefined) {
    throw row.refusal(
      COLUMN,
      `the unknown partner "${name}"`,
      "a partner that `partners enroll` has enrolled",
    );
  }
  if (!partner.isActive) {
    throw row.refusal(COLUMN, `the partner "${name}", who is not active`, "active partners");
  }
  return partner.number;
}

function findRole(row: Row, name: string, { roles }: Terms): number {
  const names = roles.map((role) => role.name);
  const index = names.indexOf(name);
  if (index < 0) throw row.refusal(COLUMN, `the unknown role "${name}"`, listOf(names));
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
