import { NOT_PAID, REFERRED, type Terms } from "@core/deal/Terms";
import type { LedgerSale } from "@core/ledger/Ledger";
import { printableName } from "@core/text/printableName";
import { type Address, isAddressEqual } from "viem";

interface RoleToClaim {
  readonly value: string;
  readonly label: string;
}

/** The roles that a partner can say it played in a sale, those first of which it has a line. */
export function rolesToClaim(
  terms: Terms,
  sale: LedgerSale,
  party: Address | undefined,
): readonly RoleToClaim[] {
  const isOwn = (role: number): boolean =>
    party !== undefined &&
    sale.lines.some((line) => line.role === role && isAddressEqual(line.partner, party));
  const roles = terms.roles.flatMap(({ name, rates, stage }, index) => {
    const isPaid = stage !== REFERRED && (rates[sale.kind] ?? NOT_PAID) !== NOT_PAID;
    const own = isOwn(index);
    if (!own && !isPaid && index !== terms.residualRole) return [];
    return [{ own, value: `${index}`, label: printableName(name) }];
  });
  return [...roles.filter(({ own }) => own), ...roles.filter(({ own }) => !own)];
}
