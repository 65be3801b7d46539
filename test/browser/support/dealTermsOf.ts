import { type Address, zeroAddress } from "viem";
import { NO_BONUSES } from "../../../core/deal/bonuses.ts";
import {
  GROSS,
  NET,
  NO_CLAUSES,
  NO_ROLE,
  NOT_PAID,
  PER_LIFE,
  PER_YEAR,
  REFERRED,
  type Role,
  type StandingLine,
  type Terms,
  TO_OTHERS,
  TO_POOL,
  TO_RESIDUAL,
} from "../../../core/deal/Terms.ts";
import { accountAt } from "./accountAt.ts";
import { DAY, type Rename } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

const ROLE = {
  stage: GROSS,
  missing: TO_RESIDUAL,
  pool: 0,
  ceiling: 1_000_000,
  tiers: [0, 0],
  tenure: [],
  ...NO_BONUSES,
} satisfies Partial<Role>;
/** An amount in the only currency; the first place is ETH's. */
const inUsdc = (amount: bigint) => [0n, amount * 1_000_000n];

/** The standing lines of `dealTermsOf`, by what happens to them. */
export const LINES = {
  capped: 0,
  beyond: 1,
  guaranteed: 2,
  offered: 3,
  suspended: 4,
  noticed: 5,
  amended: 6,
} as const;

/** Terms that use what deals can have: pools, outcomes, referrals, clauses, tiers to reach, milestones, acceptance. */
export function dealTermsOf(token: Address, start: number, rename: Rename): Terms {
  const wallet = (index: number): Address => accountAt(index).address;
  return {
    name: rename("Acme whole deal"),
    operator: wallet(ACTORS.operator),
    attributor: wallet(ACTORS.operator),
    arbiter: wallet(ACTORS.arbiter),
    treasury: wallet(ACTORS.treasury),
    start,
    period: 30 * DAY,
    holdPeriods: 1,
    guardian: zeroAddress,
    standby: zeroAddress,
    noticePeriods: 1,
    lineNoticePeriods: 1,
    ceiling: 900_000,
    commission: 1_000_000,
    residualRole: NO_ROLE,
    currencies: [zeroAddress, token],
    kinds: ["license", "renewal", "completion"].map(rename),
    tiers: ["associate", "partner"].map(rename),
    roles: rolesOf(rename),
    standing: standingOf(start, rename),
    outcomes: [{ kind: 2, perPeriod: false, amounts: inUsdc(50n) }],
    pools: [{ name: rename("community"), holder: wallet(ACTORS.pool) }],
    graduations: [{ tier: 1, earned: inUsdc(5_000n), sales: 3, months: 2, score: 70 }],
    milestones: [
      { name: rename("first sales"), sales: 2, earned: [], pays: inUsdc(100n) },
      { name: rename("big seller"), sales: 0, earned: inUsdc(10_000n), pays: inUsdc(900n) },
    ],
    checkpoints: [start + 180 * DAY],
    rules: {
      acceptance: true,
      postingLimit: inUsdc(500_000n),
      refundLimit: [],
      leastSale: [],
      minimumPayout: inUsdc(10n),
      disputes: 3,
      disputePeriods: 1,
      // Proposed in one period, finished in the next.
      moveDays: 20,
      handoverDays: 7,
      silencePeriods: 12,
      taxAccount: wallet(ACTORS.tax),
    },
  };
}

function rolesOf(rename: Rename): Role[] {
  const on = (license: number, renewal: number, completion: number): number[] => [
    license,
    renewal,
    completion,
  ];
  return [
    { ...ROLE, name: rename("seller"), rates: on(150_000, 100_000, NOT_PAID), missing: TO_POOL },
    { ...ROLE, name: rename("coach"), rates: on(50_000, 50_000, NOT_PAID), missing: TO_OTHERS },
    {
      ...ROLE,
      name: rename("affiliate"),
      stage: NET,
      rates: on(100_000, 50_000, NOT_PAID),
      tiers: [0, 50_000],
    },
    { ...ROLE, name: rename("finisher"), rates: on(NOT_PAID, NOT_PAID, 500_000) },
    {
      ...ROLE,
      name: rename("recruiter"),
      stage: REFERRED,
      rates: on(100_000, 100_000, NOT_PAID),
    },
  ];
}

function standingOf(start: number, rename: Rename): StandingLine[] {
  const line = (
    name: string,
    holder: number,
    rate: number,
    clauses: Partial<StandingLine["clauses"]>,
  ): StandingLine => ({
    name: rename(name),
    holder: accountAt(holder).address,
    kinds: 0b011,
    starts: start,
    ends: 0,
    rates: [rate],
    clauses: { ...NO_CLAUSES, ...clauses },
  });
  const [support = 0, advisor = 0, founder = 0, scout = 0, finder = 0] = ACTORS.holders;
  return [
    line("moderators", ACTORS.moderators, 20_000, { capPer: PER_YEAR, cap: inUsdc(900n) }),
    line("technology", ACTORS.technology, 50_000, {
      thresholdPer: PER_LIFE,
      threshold: inUsdc(10_000n),
    }),
    line("support", support, 0, { fee: inUsdc(25_000n) }),
    line("advisor", advisor, 10_000, { buyout: 2_500_000 }),
    line("founder", founder, 10_000, {}),
    line("scout", scout, 10_000, {}),
    line("finder", finder, 30_000, {}),
  ];
}
