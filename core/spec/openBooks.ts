import type { Hex } from "viem";
import type { LineState } from "../deal/isRunning.ts";
import type { MilestoneDue, MilestonePot } from "../deal/MilestonePot.ts";
import type { Settlement } from "../deal/Settlement.ts";
import type { Line } from "../deal/shareSale.ts";
import type { Terms, Time } from "../deal/Terms.ts";
import type { Ppm } from "../money/ppm.ts";

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
  /** The milestones it has reached. */
  readonly milestones: Set<number>;
  /** Those of them that it was not paid. */
  readonly due: Map<number, MilestoneDue>;
  /** By currency, what counts of disputed sales that stood when they were final. */
  readonly late: Map<number, { sales: number; earned: bigint }>;
  /** How many sales it disputed, by period. */
  readonly disputes: Map<number, number>;
  /** How many batches were posted when it was enrolled. */
  readonly batches: number;
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
  setAside: bigint;
}

/** A sale in the books. */
export interface BookedSale {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly period: number;
  readonly start: Time;
  /** Who paid it to the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
  lines: readonly Line[];
  /** Whether it counts among its partners' sales: the terms asked for that when it was posted, and it was somebody's. */
  counts: boolean;
  refunded: bigint;
  dispute: Dispute | undefined;
}

/** A booked sale of a batch. */
export interface PostedSale extends BookedSale {
  /** The external id, which another sale may have, too. */
  readonly id: Hex;
  /** Which refunds were made; see `nextTag`. */
  tag: bigint;
  /** Whether it has other partners than it was posted with, and is shown by their words. */
  reattributed: boolean;
}

export interface Dispute {
  state: "open" | "stands" | "void" | "reattributed";
  /** Who disputed it, in order; nobody where it has an id that another sale had before, or is void for that. */
  readonly disputants: readonly string[];
  /** When the sale stands as posted if nobody has settled it. */
  readonly deadline: Time | undefined;
}

/** A lane in one currency. */
interface LaneState {
  /** What the next batch has to name. */
  readonly head: bigint;
  /** When its last window ended. */
  readonly until: Time;
}

/** What was agreed of a standing line beside its terms. */
export interface LineRecord extends LineState {
  ends: Time | undefined;
  readonly turns: Time[];
  /** What the operator offers for it, to be accepted from then on. */
  offer?: { readonly currency: number; readonly price: bigint; readonly from: Time } | undefined;
}

/** What somebody paid to the program for a sale. */
interface Payment {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  /** In which it was paid. */
  readonly period: number;
  /** Whether it is neither posted nor released. */
  readonly waits: boolean;
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
  /** What the attributor refunded in a period, by `periodKey`. */
  readonly refunded: Map<number, bigint>;
  /** How many were posted. */
  batches: number;
  /** From when on a window may reach, by lane; those that are open from the beginning are not in it. */
  readonly laneBegins: Map<number, Time>;
  /** By `lane:currency`. */
  readonly lanes: Map<string, LaneState>;
  /** By `saleKey`. */
  readonly sales: Map<string, PostedSale>;
  /** By `paymentKey`. */
  readonly payments: Map<string, Payment>;
  /** Ids that cannot be posted again: without hold, and of sales that were paid to the program. */
  readonly postedOnce: Set<Hex>;
  readonly lines: Map<number, LineRecord>;
  /** Settled so far, by `currency:line`. */
  readonly settledLines: Map<string, bigint>;
  /** The operator's residual settled so far, by currency. */
  readonly settledResidual: Map<number, bigint>;
  readonly settlements: Map<number, Settlement>;
  /** By currency. */
  readonly milestonePots: Map<number, MilestonePot>;
  /** What disputes freeze, by currency. */
  readonly frozen: Map<number, bigint>;
  /** What is withheld of each payment, by party. */
  readonly withholding: Map<string, Ppm>;
}

export function openBooks(terms: Terms): Books {
  return {
    terms,
    proposed: undefined,
    partners: new Map(),
    activePartners: 0,
    accounts: new Map(),
    buckets: new Map(),
    revenues: new Map(),
    posted: new Map(),
    refunded: new Map(),
    batches: 0,
    laneBegins: new Map(),
    lanes: new Map(),
    sales: new Map(),
    payments: new Map(),
    postedOnce: new Set(),
    lines: new Map(),
    settledLines: new Map(),
    settledResidual: new Map(),
    settlements: new Map(),
    milestonePots: new Map(),
    frozen: new Map(),
    withholding: new Map(),
  };
}
