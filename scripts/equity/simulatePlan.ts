import type { Time } from "../../core/deal/Terms.ts";
import { advanceGrant } from "../../core/equity/advanceGrant.ts";
import { acceptOffer, offerFor } from "../../core/equity/buyOut.ts";
import { claimGrant } from "../../core/equity/claimGrant.ts";
import { declareExit } from "../../core/equity/declareExit.ts";
import { EquityError } from "../../core/equity/EquityError.ts";
import { grantUnits } from "../../core/equity/grantUnits.ts";
import { isLapsed, lapseContingent } from "../../core/equity/lapseContingent.ts";
import { leavePlan } from "../../core/equity/leavePlan.ts";
import { openPlan } from "../../core/equity/openPlan.ts";
import type { Grant, PlanBooks } from "../../core/equity/PlanBooks.ts";
import { pauseGrant, resumeGrant } from "../../core/equity/pauseGrant.ts";
import { shareMoney } from "../../core/equity/shareMoney.ts";
import type { Row } from "../files/table/Row.ts";
import type { Happening } from "./Happening.ts";
import type { ListedGrant } from "./ListedGrant.ts";
import type { Plan } from "./PlanFile.ts";
import type { PlanSimulation } from "./PlanSimulation.ts";

/**
 * Runs a plan up to a time, that second with it. Grants are made when they start, before what else happens in that second.
 * @param look Called after each thing that happened.
 */
export function simulatePlan(
  plan: Plan,
  grants: readonly ListedGrant[],
  happenings: readonly Happening[],
  at: Time,
  look: (books: PlanBooks, time: Time) => void = () => undefined,
): PlanSimulation {
  const books = openPlan(plan.terms);
  const made = new Map<string, { listed: ListedGrant; grant: Grant; sold: bigint[] }>();
  const refused: { place: string; reason: string }[] = [];
  const attempt = (row: Row, act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof EquityError)) throw error;
      refused.push({ place: `${row.file}:${row.line}`, reason: error.message });
    }
  };
  const due = [...grants].sort((a, b) => a.terms.starts - b.terms.starts);
  const grantUntil = (time: Time): void => {
    for (let next = due[0]; next !== undefined && next.terms.starts <= time; next = due[0]) {
      const listed = next;
      due.shift();
      passTime(books, listed.terms.starts);
      attempt(listed.row, () => {
        const sold = plan.currencies.map(() => 0n);
        made.set(listed.id, { listed, grant: grantUnits(books, listed.terms), sold });
      });
      look(books, listed.terms.starts);
    }
  };
  for (const happening of happenings) {
    if (happening.time > at) break;
    grantUntil(happening.time);
    passTime(books, happening.time);
    attempt(happening.row, () => {
      const entry = made.get(happening.grant);
      const paid = apply(books, happening, entry?.grant);
      if (entry === undefined || paid === undefined) return;
      entry.sold[paid.currency] = (entry.sold[paid.currency] ?? 0n) + paid.price;
    });
    look(books, happening.time);
  }
  grantUntil(at);
  passTime(books, at);
  look(books, at);
  return { plan, at, books, grants: [...made.values()], refused };
}

/** What comes of time alone: what waited for an exit in vain goes back. */
function passTime(books: PlanBooks, time: Time): void {
  for (const grant of books.grants) if (isLapsed(books, grant, time)) lapseContingent(books, grant);
}

/** Lets one thing happen. Returns the offer that was taken, where one was. */
function apply(books: PlanBooks, happening: Happening, grant: Grant | undefined): Grant["offer"] {
  const { what, time } = happening;
  if (what === "exit") declareExit(books, time);
  else if (what === "money") receive(books, happening);
  else if (grant === undefined)
    throw new EquityError("unknownGrant", `"${happening.grant}"`, "a grant that is made by then");
  else if (what === "accept") return accept(books, grant, time);
  else ACTS[what](books, grant, happening);
  return undefined;
}

function accept(books: PlanBooks, grant: Grant, time: Time): Grant["offer"] {
  const { offer } = grant;
  acceptOffer(books, grant, time);
  return offer;
}

function receive(books: PlanBooks, { currency, amount, time }: Happening): void {
  shareMoney(books, currency, amount);
  if (!books.terms.flow) return;
  for (const grant of books.grants) advanceGrant(books, grant, currency, time);
}

type Act = (books: PlanBooks, grant: Grant, happening: Happening) => void;

const ACTS: Record<Exclude<Happening["what"], "exit" | "money" | "accept">, Act> = {
  claim: (books, grant, { time }) => {
    for (const currency of books.levels.keys()) claimGrant(books, grant, currency, time);
  },
  pause: (books, grant, { time }) => pauseGrant(books, grant, time),
  resume: (books, grant, { time }) => resumeGrant(books, grant, time),
  resign: (books, grant, { time }) => leavePlan(books, grant, "resigned", time),
  dismiss: (books, grant, { time }) => leavePlan(books, grant, "dismissed", time),
  cause: (books, grant, { time }) => leavePlan(books, grant, "cause", time),
  offer: (_, grant, { currency, amount }) => offerFor(grant, currency, amount),
};
