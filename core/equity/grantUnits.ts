import { greater } from "../money/greater.ts";
import { EquityError } from "./EquityError.ts";
import { hurdleOf } from "./hurdleOf.ts";
import { outstandingOf } from "./outstandingOf.ts";
import type { Grant, GrantTerms, PlanBooks } from "./PlanBooks.ts";
import { shareWaiting } from "./shareMoney.ts";

/** Grants units: they earn above the level as it is once what waits is shared, and above the hurdle of their class. */
export function grantUnits(books: PlanBooks, terms: GrantTerms): Grant {
  const { authorised, hurdles } = books.terms;
  const units = books.classes[terms.class];
  if (units === undefined)
    throw new EquityError("unknownClass", `${terms.class}`, `0 to ${hurdles.length - 1}`);
  if (terms.units <= 0n) throw new EquityError("noUnits", `${terms.units}`, "1 unit or more");
  const free = authorised - outstandingOf(books);
  if (terms.units > free)
    throw new EquityError("notAuthorised", `${terms.units} units`, `at most ${free}`);
  shareWaiting(books);
  const grant: Grant = {
    terms,
    units: terms.units,
    hasTriggers: books.exit === undefined,
    shift: 0,
    stopped: undefined,
    ...{ leaving: undefined, left: undefined, offer: undefined, called: undefined },
    contingent: 0n,
    books: books.levels.map(({ level }, currency) => ({
      base: greater(level, hurdleOf(books.terms, terms.class, currency)),
      ...{ taken: 0n, owed: 0n, contingent: 0n, paid: 0n, withheld: 0n },
    })),
  };
  books.classes[terms.class] = units + terms.units;
  books.grants.push(grant);
  return grant;
}
