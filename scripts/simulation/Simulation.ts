/** What a party would have been paid from one source in one currency. */
export interface SimulatedRow {
  /** A partner, a standing line or a pool. */
  readonly party: string;
  /** The name of a role, a standing line, a pool or a milestone. */
  readonly source: string;
  /** Index of the currency. */
  readonly currency: number;
  readonly amount: bigint;
  /** By period. */
  readonly periods: ReadonlyMap<number, bigint>;
}

/** The operator's side of a currency, of all time or of one period. */
export interface OperatorSums {
  /** Sales less refunds. */
  readonly revenue: bigint;
  /** Outcomes, which the operator pays in. */
  readonly bonuses: bigint;
  /** What is left of both, guarantees paid. */
  readonly residual: bigint;
  /** What guarantees took beyond the residual, and milestones. */
  readonly reserve: bigint;
}

/** The operator's part of one sale, in millionths; standing lines counted at their full rates. */
export interface SaleMargin {
  readonly sale: string;
  readonly line: number;
  readonly kind: string;
  readonly currency: number;
  readonly amount: bigint;
  /** What is left of it for the operator. */
  readonly left: bigint;
  readonly margin: number;
}

export interface Simulation {
  readonly file: string;
  readonly name: string;
  readonly symbols: readonly (string | undefined)[];
  /** When period 0 begins, and how long each is. */
  readonly start: number;
  readonly period: number;
  readonly sales: number;
  /** Sales that the terms do not let be posted. */
  readonly refused: { readonly count: number; readonly first: readonly RefusedSale[] };
  readonly refunds: { readonly applied: number; readonly tooLate: number };
  readonly rows: readonly SimulatedRow[];
  /** By currency. */
  readonly sums: ReadonlyMap<number, OperatorSums>;
  /** By period, then by currency; only those in which something moved. */
  readonly periods: ReadonlyMap<number, ReadonlyMap<number, OperatorSums>>;
  readonly worstSale: SaleMargin | undefined;
  readonly bestSale: SaleMargin | undefined;
  /** Mean of the sales' margins, in millionths; undefined where there is no sale. */
  readonly meanMargin: number | undefined;
  /** How many sales have a margin of 0 to 5 %, 5 to 10 % and so on. */
  readonly marginCounts: readonly number[];
}

export interface RefusedSale {
  readonly sale: string;
  readonly reason: string;
}
