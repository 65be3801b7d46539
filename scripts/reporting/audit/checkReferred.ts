import { partOf } from "../../../core/deal/partOf.ts";
import { ppmOf } from "../../../core/deal/ppmOf.ts";
import { REFERRED } from "../../../core/deal/Terms.ts";
import { ACTIVE } from "../../../core/ledger/PartnerState.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import type { CreditedLine } from "./Posted.ts";
import { type Moment, rateAt } from "./rateAt.ts";

/** Who referred a line's partner, and is active, earns a share of the line for each referral role that is paid on the kind. */
export function checkReferred(moment: Moment, { at, line, referred }: CreditedLine): Difference[] {
  const { terms, books } = moment;
  const number = books.partners.get(line.number)?.referrer ?? 0;
  const referrer = books.partners.get(number);
  const expected =
    referrer?.status === ACTIVE
      ? terms.roles.flatMap((role, index) => {
          const rate = role.stage === REFERRED ? rateAt(moment, role, referrer) : undefined;
          return rate === undefined ? [] : [{ index, rate }];
        })
      : [];
  const what = `line ${at}`;
  return [
    ...compare(`${what}: lines of who referred its partner`, expected.length, referred.length),
    ...expected.flatMap(({ index, rate }, place) => {
      const found = referred[place];
      const name = `${what}: ${terms.roles[index]?.name}`;
      return [
        ...compare(`${name}: partner`, number, found?.number),
        ...compare(`${name}: role`, index, found?.role),
        ...compare(`${name}: rate in ppm`, ppmOf(rate), found?.rate),
        ...compare(`${name}: amount`, partOf(line.amount, rate, 1, 1), found?.amount),
      ];
    }),
  ];
}
