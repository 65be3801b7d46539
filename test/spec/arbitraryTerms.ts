import fc from "fast-check";
import {
  GROSS,
  NET,
  NOT_PAID,
  REFERRED,
  TO_OTHERS,
  TO_POOL,
  TO_RESIDUAL,
} from "../../core/deal/Terms.ts";
import { arbitraryClauses, arbitraryExtras, inSome, POOLS } from "./arbitraryExtras.ts";
import type { LineSeed, TermsSeed } from "./scenario.ts";

const WHOLE = 1_000_000;
const STAGES = [GROSS, NET, GROSS, NET, REFERRED];
const HOUR = 3_600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

interface Shape {
  readonly kinds: number;
  readonly tiers: number;
  readonly roles: number;
  readonly lines: number;
  readonly holdPeriods: number;
  /** Roles whose rates depend on the kind alone are worked out apart. */
  readonly flat: boolean;
  /** Sales of gross roles alone, of which nothing else is asked, are posted apart. */
  readonly plain: boolean;
  /** What roles and lines can take together, in ppm; above the whole to meet refusals too. */
  readonly budget: number;
}

/** Terms of every feature. Most are payable; some are not, and have to be refused. */
export const arbitraryTerms: fc.Arbitrary<TermsSeed> = fc
  .record<Shape>({
    kinds: fc.integer({ min: 1, max: 4 }),
    tiers: fc.constantFrom(2, 0, 1, 3),
    roles: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
      fc.integer({ min: 0, max: 6 }),
    ),
    lines: fc.integer({ min: 0, max: 4 }),
    holdPeriods: fc.constantFrom(1, 0, 2, 3),
    flat: fc.constantFrom(false, false, true),
    plain: fc.constantFrom(false, false, true),
    budget: fc.oneof(
      { weight: 4, arbitrary: fc.constant(WHOLE) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: WHOLE }) },
      { weight: 1, arbitrary: fc.constant(1.1 * WHOLE) },
    ),
  })
  .chain(toTerms);

function toTerms(given: Shape): fc.Arbitrary<TermsSeed> {
  const flat = given.flat || given.plain;
  const shape = flat ? { ...given, flat, tiers: 0 } : given;
  const share = Math.min(WHOLE, Math.floor(shape.budget / Math.max(1, shape.roles + shape.lines)));
  const frame = fc.record({
    age: fc.integer({ min: 0, max: 3 }),
    period: fc.oneof(
      fc.constant(30 * DAY),
      fc.constantFrom(DAY, 7 * DAY, 400 * DAY),
      fc.integer({ min: DAY, max: 60 * DAY }),
    ),
    holdPeriods: fc.constant(shape.holdPeriods),
    noticePeriods: fc.constantFrom(0, 0, 1, 2),
    ceiling: fc.oneof({ weight: 5, arbitrary: fc.constant(WHOLE) }, upTo(WHOLE)),
    commission: fc.oneof(fc.constant(WHOLE), upTo(WHOLE)),
    ether: fc.boolean(),
    kinds: fc.constant(Array.from({ length: shape.kinds }, (_, kind) => `kind ${kind}`)),
    tiers: fc.constant(Array.from({ length: shape.tiers }, (_, tier) => `tier ${tier}`)),
    residualRole: fc.option(fc.nat(7), { nil: undefined }),
    roles: fc
      .array(arbitraryRole(shape, share), { minLength: shape.roles, maxLength: shape.roles })
      .map((roles) => roles.map((role, index) => ({ ...placed(role), name: `role ${index}` }))),
    standing: fc.array(arbitraryLine(shape, share), {
      minLength: shape.lines,
      maxLength: shape.lines,
    }),
  });
  return fc.tuple(frame, arbitraryExtras(shape)).map(([terms, extras]) => ({
    ...terms,
    ...extras,
    ...(given.plain ? { outcomes: [], graduations: [], milestones: [] } : {}),
    // Nobody is credited with a referral, so it cannot have the residual.
    residualRole: residualOf(terms),
  }));
}

function residualOf({ residualRole, roles }: Pick<TermsSeed, "residualRole" | "roles">) {
  if (residualRole === undefined || roles.length === 0) return undefined;
  const index = residualRole % roles.length;
  return roles[index]?.stage === REFERRED ? undefined : index;
}

function arbitraryRole({ kinds, tiers, flat, plain }: Shape, share: number) {
  // The additions mostly fit under the ceiling, so that each of them shows.
  const part = upTo(Math.floor(share / 3));
  const rate = fc.oneof(
    { weight: 4, arbitrary: part },
    { weight: 2, arbitrary: upTo(share) },
    fc.constant(NOT_PAID),
    fc.constantFrom(0, 1, share),
  );
  const isAny = flat ? fc.constant(false) : fc.constantFrom(true, true, false);
  const step = fc.record({
    isAny,
    add: fc.oneof(part, upTo(share)),
    max: fc.oneof(part, upTo(Math.min(WHOLE, 3 * share))),
  });
  return fc.record({
    stage: plain ? fc.constantFrom(GROSS, GROSS, NET) : fc.constantFrom(...STAGES),
    missing: plain
      ? fc.constant(TO_RESIDUAL)
      : fc.constantFrom(TO_RESIDUAL, TO_RESIDUAL, TO_OTHERS, TO_POOL),
    pool: fc.nat(POOLS - 1),
    // Mostly what keeps the role within its share, whatever the additions.
    ceiling: fc.oneof(
      { weight: 6, arbitrary: fc.constant(share) },
      { weight: 2, arbitrary: upTo(share) },
      fc.constant(WHOLE),
    ),
    rates: fc.array(rate, { minLength: kinds, maxLength: kinds }),
    tiers: fc.array(part, { minLength: tiers, maxLength: tiers }),
    tenure: fc.oneof(fc.constant([]), fc.array(part, { maxLength: flat ? 0 : 6 })),
    network: fc.tuple(step, fc.bigInt(1n, 5n)).map(([one, every]) => bonus(one, every, 0n)),
    volume: fc.tuple(step, inSome).map(([one, every]) => bonus(one, every, [])),
  });
}

/** Nobody fills a referral, and only what goes to a pool names one. */
function placed<R extends { stage: number; missing: number; pool: number }>(role: R): R {
  const missing = role.stage === REFERRED ? TO_RESIDUAL : role.missing;
  return { ...role, missing, pool: missing === TO_POOL ? role.pool : 0 };
}

/** A bonus for every nothing must add nothing. */
function bonus<Every>(
  { isAny, add, max }: { isAny: boolean; add: number; max: number },
  every: Every,
  nothing: Every,
) {
  return isAny ? { every, add, max } : { every: nothing, add: 0, max: 0 };
}

/** A line of terms with so many kinds that takes at most `share` at a time. */
export function arbitraryLine(
  { kinds }: Pick<Shape, "kinds">,
  share: number,
): fc.Arbitrary<LineSeed> {
  return fc.record({
    holder: fc.nat(15),
    kinds: fc.integer({ min: 1, max: 2 ** kinds - 1 }),
    starts: fc.oneof(
      fc.constantFrom(0, -YEAR, YEAR),
      fc.integer({ min: -3 * YEAR, max: 2 * YEAR }),
      fc.integer({ min: 0, max: 90 * DAY }),
      fc.integer({ min: 0, max: 3 * HOUR }),
    ),
    lasts: fc.option(
      fc.oneof(fc.integer({ min: 1, max: 90 * DAY }), fc.integer({ min: 1, max: 4 * YEAR })),
      {
        nil: undefined,
      },
    ),
    clauses: arbitraryClauses,
    rates: fc.array(fc.oneof(upTo(share), fc.constantFrom(0, share)), {
      minLength: 1,
      maxLength: 5,
    }),
  });
}

function upTo(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max });
}
