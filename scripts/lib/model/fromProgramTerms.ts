import { NO_ROLE, NOT_PAID } from "./constants.ts";
import type { Bonus, Role, StandingLine, Terms } from "./terms.ts";

/** The terms as a program gives them: numbers in place of what is missing. */
export interface ProgramTerms {
  readonly start: number;
  readonly period: number;
  readonly holdPeriods: number;
  readonly ceiling: number;
  readonly commission: number;
  readonly residualRole: number;
  readonly kinds: readonly string[];
  readonly roles: readonly {
    readonly name: string;
    readonly stage: number;
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
  }[];
}

/** @param decimals Of each of the program's currencies. */
export function fromProgramTerms(terms: ProgramTerms, decimals: readonly number[]): Terms {
  const { start, period, holdPeriods, ceiling, commission, residualRole, kinds } = terms;
  return {
    ...{ start, period, holdPeriods, ceiling, commission, kinds },
    residual: residualRole === NO_ROLE ? "operator" : { role: residualRole },
    currencies: decimals.map((places) => ({ decimals: places })),
    roles: terms.roles.map(toRole),
    standing: terms.standing.map((line) => toLine(line, kinds.length)),
  };
}

function toRole(role: ProgramTerms["roles"][number]): Role {
  return {
    name: role.name,
    of: role.stage === 1 ? "net" : "gross",
    ceiling: role.ceiling,
    rates: role.rates.map((rate) => (rate === NOT_PAID ? undefined : rate)),
    tiers: role.tiers,
    tenure: role.tenure,
    network: role.network.every === 0n ? undefined : role.network,
    volume: role.volume.every === 0n ? undefined : role.volume,
  };
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
  };
}
