import { byBytes } from "./byBytes.ts";
import { spellingOf } from "./spellingOf.ts";

/** A partner in a role, as a touchpoints file spells it. */
export interface SpelledParty {
  readonly partner: string;
  readonly role: string;
  readonly touches: number;
}

export interface NumberedParties {
  /** By their numbers, which are in the order of their names. */
  readonly parties: readonly { readonly partner: string; readonly role: string }[];
  /** The number of each spelled party, in the order of these. */
  readonly numbers: readonly number[];
}

/** Makes one of parties whose partner is spelled in several ways: it has the spelling of most touches, of equal ones the first. */
export function numberParties(spelled: readonly SpelledParty[]): NumberedParties {
  const spell = spellingOf(spelled);
  const keyOf = ({ partner, role }: SpelledParty) => JSON.stringify([spell(partner), role]);
  const parties = new Map(
    spelled.map((one) => [keyOf(one), { partner: spell(one.partner), role: one.role }]),
  );
  const sorted = [...parties].sort(
    ([, a], [, b]) => byBytes(a.partner, b.partner) || byBytes(a.role, b.role),
  );
  const numbers = new Map(sorted.map(([key], number) => [key, number]));
  return {
    parties: sorted.map(([, party]) => party),
    numbers: spelled.map((one) => numbers.get(keyOf(one)) ?? 0),
  };
}
