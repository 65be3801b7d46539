import { greater } from "../money/greater.ts";
import { EquityError } from "./EquityError.ts";
import { hurdleOf } from "./hurdleOf.ts";
import { outstandingOf } from "./outstandingOf.ts";
import type { Grant, GrantTerms, PlanBooks } from "./PlanBooks.ts";
import { shareWaiting } from "./shareMoney.ts";

/** Grants units: they earn above the level as it is once what waits is shared, and above the hurdle of their class. */
export function grantUnits(books: PlanBooks, terms: GrantTerms): Grant {
  requireFree(books, terms);
  shareWaiting(books);
  return addGrant(books, terms);
}

/** One of several that are granted at once: what waits was shared before the first of them. */
export function addGrant(books: PlanBooks, terms: GrantTerms): Grant {
  requireFree(books, terms);
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
  books.classes[terms.class] = (books.classes[terms.class] ?? 0n) + terms.units;
  books.grants.push(grant);
  return grant;
}

function requireFree(books: PlanBooks, { class: group, units }: GrantTerms): void {
  const { authorised, hurdles } = books.terms;
  if (books.classes[group] === undefined)
    throw new EquityError("unknownClass", `${group}`, `0 to ${hurdles.length - 1}`);
  if (units <= 0n) throw new EquityError("noUnits", `${units}`, "1 unit or more");
  const free = authorised - outstandingOf(books);
  if (units > free) throw new EquityError("notAuthorised", `${units} units`, `at most ${free}`);
}
