import { NO_ROLE, NOT_PAID } from "./constants.ts";
import type {
  Bonus,
  Clauses,
  Graduation,
  Limit,
  Milestone,
  Pool,
  Role,
  Rules,
  StandingLine,
  Terms,
} from "./terms.ts";

const ZERO_ADDRESS = `0x${"0".repeat(40)}`;

const STAGES = ["gross", "net", "referral"] as const;
const LIMITS = [undefined, "year", "life"] as const;
const TO_OTHERS = 1;
const TO_POOL = 2;

/** The terms as a program gives them: numbers in place of what is missing. */
export interface ProgramTerms {
  readonly start: number;
  readonly period: number;
  readonly holdPeriods: number;
  readonly noticePeriods: number;
  readonly ceiling: number;
  readonly commission: number;
  readonly residualRole: number;
  readonly kinds: readonly string[];
  readonly roles: readonly {
    readonly name: string;
    readonly stage: number;
    readonly missing: number;
    readonly pool: number;
    readonly ceiling: number;
    readonly rates: readonly number[];
    readonly tiers: readonly number[];
    readonly tenure: readonly number[];
    readonly network: Bonus;
    readonly volume: Bonus;
  }[];
  readonly standing: readonly {
    readonly name: string;
    readonly holder: string;
    readonly kinds: number;
    readonly starts: number;
    readonly ends: number;
    readonly rates: readonly number[];
    readonly clauses: {
      readonly currency: number;
      readonly capPer: number;
      readonly thresholdPer: number;
      readonly cap: bigint;
      readonly threshold: bigint;
      readonly fee: bigint;
      readonly minimum: bigint;
      readonly buyout: number;
    };
  }[];
  readonly outcomes: readonly {
    readonly kind: number;
    readonly perPeriod: boolean;
    readonly amount: bigint;
  }[];
  readonly pools: readonly Pool[];
  readonly graduations: readonly Graduation[];
  readonly milestones: readonly Milestone[];
  readonly rules: Omit<Rules, "taxAccount"> & { readonly taxAccount: string };
}

/** @param decimals Of each of the program's currencies. */
export function fromProgramTerms(terms: ProgramTerms, decimals: readonly number[]): Terms {
  const { start, period, holdPeriods, noticePeriods, ceiling, commission, residualRole } = terms;
  const { kinds, pools, graduations, milestones, rules } = terms;
  return {
    ...{ start, period, holdPeriods, noticePeriods, ceiling, commission },
    ...{ kinds, pools, graduations, milestones },
    residual: residualRole === NO_ROLE ? "operator" : { role: residualRole },
    currencies: decimals.map((places) => ({ decimals: places })),
    roles: terms.roles.map(toRole),
    standing: terms.standing.map((line) => toLine(line, kinds.length)),
    outcomes: new Map(terms.outcomes.map(({ kind, ...outcome }) => [kind, outcome])),
    rules: {
      ...rules,
      taxAccount: rules.taxAccount === ZERO_ADDRESS ? undefined : rules.taxAccount,
    },
  };
}

function toRole(role: ProgramTerms["roles"][number]): Role {
  return {
    name: role.name,
    of: STAGES[role.stage] ?? "gross",
    missing: toMissing(role),
    ceiling: role.ceiling,
    rates: role.rates.map((rate) => (rate === NOT_PAID ? undefined : rate)),
    tiers: role.tiers,
    tenure: role.tenure,
    network: role.network.every === 0n ? undefined : role.network,
    volume: role.volume.every === 0n ? undefined : role.volume,
  };
}

function toMissing({ missing, pool }: ProgramTerms["roles"][number]): Role["missing"] {
  if (missing === TO_POOL) return { pool };
  return missing === TO_OTHERS ? "others" : "residual";
}

function toLine(line: ProgramTerms["standing"][number], kinds: number): StandingLine {
  const all = Array.from({ length: kinds }, (_, kind) => kind);
  return {
    name: line.name,
    holder: line.holder,
    kinds: new Set(all.filter((kind) => ((line.kinds >> kind) & 1) === 1)),
    starts: line.starts,
    ends: line.ends === 0 ? undefined : line.ends,
    rates: line.rates,
    clauses: toClauses(line.clauses),
  };
}

function toClauses(clauses: ProgramTerms["standing"][number]["clauses"]): Clauses {
  const { currency, fee, minimum, buyout } = clauses;
  return {
    ...{ currency, fee, minimum, buyout },
    cap: toLimit(clauses.capPer, clauses.cap),
    threshold: toLimit(clauses.thresholdPer, clauses.threshold),
  };
}

function toLimit(per: number, amount: bigint): Limit | undefined {
  const span = LIMITS[per];
  return span === undefined ? undefined : { amount, per: span };
}
