import type { Address } from "viem";
import { NO_BONUSES } from "../../../core/deal/bonuses.ts";
import {
  GROSS,
  NET,
  NO_CLAUSES,
  NO_EXTRAS,
  NO_ROLE,
  NOT_PAID,
  type Terms,
} from "../../../core/deal/Terms.ts";
import { accountAt } from "./accountAt.ts";
import { ACTORS } from "./World.ts";

/** Turns a plain name into the one that stands on chain. */
export type Rename = (name: string) => string;

const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const PLAIN = { missing: 0, pool: 0, tiers: [0, 0], tenure: [], ...NO_BONUSES };

export const DAY = 86_400;

/** A SaaS ecosystem: gross and net roles, tiers, tenure, bonuses, two standing lines, ETH and a token. */
export function termsOf(token: Address, start: number, rename: Rename): Terms {
  const wallet = (index: number): Address => accountAt(index).address;
  return {
    name: rename("Acme SaaS ecosystem"),
    operator: wallet(ACTORS.operator),
    attributor: wallet(ACTORS.operator),
    arbiter: wallet(ACTORS.arbiter),
    treasury: wallet(ACTORS.treasury),
    start,
    period: 30 * DAY,
    holdPeriods: 1,
    noticePeriods: 1,
    ceiling: 700_000,
    commission: 1_000_000,
    residualRole: NO_ROLE,
    ...NO_EXTRAS,
    currencies: [ETHER, token],
    kinds: ["initial", "renewal", "expansion"].map(rename),
    tiers: ["associate", "partner"].map(rename),
    roles: [
      {
        ...PLAIN,
        name: rename("integration"),
        stage: GROSS,
        ceiling: 1_000_000,
        rates: [150_000, 150_000, 150_000],
      },
      {
        ...PLAIN,
        name: rename("coach"),
        stage: GROSS,
        ceiling: 1_000_000,
        rates: [NOT_PAID, NOT_PAID, 100_000],
      },
      {
        ...PLAIN,
        name: rename("affiliate"),
        stage: NET,
        ceiling: 350_000,
        rates: [200_000, 100_000, 200_000],
        tiers: [0, 50_000],
        tenure: [0, 20_000, 40_000],
        network: { every: 10n, add: 10_000, max: 100_000 },
        volume: { every: [5n * 10n ** 18n, 10_000_000_000n], add: 5_000, max: 50_000 },
      },
    ],
    standing: [
      {
        name: rename("moderators"),
        holder: wallet(ACTORS.moderators),
        kinds: 0b111,
        starts: start,
        ends: 0,
        rates: [20_000],
        clauses: NO_CLAUSES,
      },
      {
        name: rename("technology"),
        holder: wallet(ACTORS.technology),
        kinds: 0b011,
        starts: start,
        ends: start + 3 * 365 * DAY,
        rates: [80_000, 60_000, 40_000],
        clauses: NO_CLAUSES,
      },
    ],
  };
}
