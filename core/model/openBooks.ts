import { type Schedule, scheduleOf } from "./scheduleOf.ts";
import type { Line } from "./shareSale.ts";
import type { Ppm, Terms, Time } from "./terms.ts";

/** A partner as the books know it. */
export interface PartnerRecord {
  readonly joined: Time;
  readonly referrer: string | undefined;
  status: "active" | "suspended" | "left";
  /** The tier from each period on, in rising order. */
  readonly tiers: { readonly fromPeriod: number; readonly tier: number }[];
  accepted: boolean;
  /** The contribution score last attested. */
  score: number;
  /** The milestones it was paid. */
  readonly milestones: Set<number>;
  /** By currency, what counts of disputed sales that stood when they were final. */
  readonly late: Map<number, { sales: number; earned: bigint }>;
  /** How many sales it disputed, by period. */
  readonly disputes: Map<number, number>;
}

/** A party's credits of one period in one currency. */
export interface Credits {
  earned: bigint;
  reversed: bigint;
  /** In how many sales a partner has a line, full reversals not counted. */
  sales: number;
}

/** A party's money in one currency. */
export interface PartyAccount {
  readonly periods: Map<number, Credits>;
  /** Final as it came: settled standing lines, settled residual, refunds to a payer. */
  settled: bigint;
  claimed: bigint;
  /** What of `claimed` went to the tax account. */
  withheld: bigint;
}

/** Revenue of one kind in one currency in one segment. */
export interface Bucket {
  readonly currency: number;
  readonly kind: number;
  readonly period: number;
  readonly start: Time;
  /** What standing lines earn their rate of, less refunds. */
  revenue: bigint;
  /** What came in for standing lines and the operator's residual, less refunds. */
  brought: bigint;
}

export interface PostedSale {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly period: number;
  readonly start: Time;
  /** Who paid it to the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
  lines: readonly Line[];
  refunded: bigint;
  dispute: Dispute | undefined;
}

export interface Dispute {
  state: "open" | "stands" | "void" | "reattributed";
  /** When the sale stands as posted if nobody has settled it. */
  readonly deadline: Time;
}

/** How a standing line stands beside its terms. */
export interface LineRecord {
  /** When it stops to earn, where that was agreed after its terms. */
  ends: Time | undefined;
  /** When it was suspended and resumed, in turns. */
  readonly suspensions: Time[];
}

/** What a line with clauses has earned in one currency. */
export interface ClauseBook {
  /** In the running year or life of the cap. */
  readonly capped: bigint;
  readonly capYear: number;
  /** Revenue of its kinds in the running year or life of the threshold. */
  readonly counted: bigint;
  readonly countedYear: number;
  /** In the period being settled. */
  readonly earned: bigint;
  /** Guaranteed and not yet funded. */
  readonly arrears: bigint;
}

/** How far a currency's residual, and the lines with clauses together with it, are settled. */
export interface Settlement {
  /** The first segment that is not settled. */
  readonly next: Time;
  /** Of the segments of its period that are. */
  readonly residual: bigint;
  /** What pays guarantees where a period's residual does not, and milestones. */
  readonly reserve: bigint;
  /** By line. */
  readonly clauses: ReadonlyMap<number, ClauseBook>;
}

/** Terms that wait for their time and for consents. */
interface ProposedTerms {
  readonly terms: Terms;
  readonly from: Time;
  /** The lines whose holders have not consented. */
  readonly missing: Set<number>;
}

/** All that happened to a program's money. Opened empty; the other verbs write into it. */
export interface Books {
  /** In force. */
  terms: Terms;
  schedule: Schedule;
  proposed: ProposedTerms | undefined;
  readonly partners: Map<string, PartnerRecord>;
  activePartners: number;
  /** By currency and party. */
  readonly accounts: Map<number, Map<string, PartyAccount>>;
  /** By `bucketKey`. */
  readonly buckets: Map<number, Bucket>;
  /** What counts as revenue of a period, by `periodKey`. */
  readonly revenues: Map<number, bigint>;
  /** What was posted in a period, by `periodKey`. */
  readonly posted: Map<number, bigint>;
  readonly sales: Map<string, PostedSale>;
  readonly lines: Map<number, LineRecord>;
  /** Settled so far, by `currency:line`. */
  readonly settledLines: Map<string, bigint>;
  /** The operator's residual settled so far, by currency. */
  readonly settledResidual: Map<number, bigint>;
  readonly settlements: Map<number, Settlement>;
  /** What disputes freeze, by currency. */
  readonly frozen: Map<number, bigint>;
  /** What is withheld of each payment, by party. */
  readonly withholding: Map<string, Ppm>;
}

export function openBooks(terms: Terms): Books {
  return {
    terms,
    schedule: scheduleOf(terms),
    proposed: undefined,
    partners: new Map(),
    activePartners: 0,
    accounts: new Map(),
    buckets: new Map(),
    revenues: new Map(),
    posted: new Map(),
    sales: new Map(),
    lines: new Map(),
    settledLines: new Map(),
    settledResidual: new Map(),
    settlements: new Map(),
    frozen: new Map(),
    withholding: new Map(),
  };
}
