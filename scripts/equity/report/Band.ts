import { sum } from "../../../core/money/sum.ts";
import type { ExitPrices } from "./exitPrices.ts";
import type { PlanReport, ReportedGrant } from "./PlanReport.ts";

/** Somebody's part of an exit, by price. */
export interface Band {
  readonly name: string;
  /** CSS colour. */
  readonly color: string;
  readonly amounts: readonly bigint[];
}

const COLORS = 8;
const NOBODY = "var(--left)";

/** Each class, then the treasury, and what waits, where they have any. What rounding leaves is too little to be drawn. */
export function bandsByClass({ books }: PlanReport, { rows }: ExitPrices): Band[] {
  const classes = [...books.classes.keys()].map((group) => ({
    name: `class ${group}`,
    color: colorOf(group),
    amounts: rows.map(({ grants }) =>
      sum(grants.filter((_, index) => books.grants[index]?.terms.class === group)),
    ),
  }));
  return [...classes, ...bandsOfPlan({ rows })];
}

/** The grants that are told of, those that have most first; all others together; then as by class. */
export function bandsByGrant({ grants }: PlanReport, { rows }: ExitPrices): Band[] {
  const amountsOf = ({ index }: ReportedGrant) => rows.map((row) => row.grants[index] ?? 0n);
  const most = (grant: ReportedGrant) => amountsOf(grant).at(-1) ?? 0n;
  const sharing = grants.filter(({ grant }) => grant.units > 0n);
  const ranked = sharing.toSorted((one, other) => (most(one) < most(other) ? 1 : -1));
  const shown = ranked.slice(0, ranked.length > COLORS ? COLORS - 1 : COLORS);
  const indices = new Set(shown.map(({ index }) => index));
  const others = {
    name: "other grants",
    color: "var(--soft)",
    amounts: rows.map((row) => sum(row.grants.filter((_, index) => !indices.has(index)))),
  };
  return [
    ...shown.map((grant, place) => ({
      ...{ name: `grant ${grant.name}`, color: colorOf(place), amounts: amountsOf(grant) },
    })),
    ...(others.amounts.some((amount) => amount > 0n) ? [others] : []),
    ...bandsOfPlan({ rows }),
  ];
}

function bandsOfPlan({ rows }: Pick<ExitPrices, "rows">): Band[] {
  const treasury = rows.map((row) => row.treasury);
  const waiting = rows.map((row) => row.waiting);
  return [
    { name: "treasury", color: NOBODY, amounts: treasury },
    { name: "waits", color: "var(--rule)", amounts: waiting },
  ].filter(({ amounts }) => amounts.some((amount) => amount > 0n));
}

function colorOf(place: number): string {
  return `var(--c${place % COLORS})`;
}
