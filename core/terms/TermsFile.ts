import type { BonusKey } from "../deal/bonuses.ts";

/** An amount in the only currency, or one for each currency by its symbol. */
export type AmountsOfFile = string | Readonly<Record<string, string>>;

/** A terms file as schema/terms.schema.json describes it. */
export interface TermsFile {
  readonly $schema?: string;
  readonly name: string;
  readonly operator?: string;
  readonly attributor?: string;
  readonly arbiter?: string;
  readonly treasury?: string;
  readonly guardian?: string;
  readonly standby?: string;
  readonly starts?: string;
  readonly currencies: readonly string[];
  readonly period: string;
  readonly holdPeriods?: number;
  readonly noticePeriods?: number;
  readonly lineNotice?: number;
  readonly ceiling?: string;
  readonly kinds: readonly string[];
  readonly received?: string;
  readonly products?: readonly string[];
  readonly outcomes?: Readonly<Record<string, OutcomeOfFile>>;
  readonly commission?: string;
  readonly roles?: Readonly<Record<string, RoleOfFile>>;
  readonly pools?: Readonly<Record<string, string>>;
  readonly standing?: readonly StandingLineOfFile[];
  readonly residual?: "operator" | { readonly role: string };
  readonly graduation?: Readonly<Record<string, GraduationOfFile>>;
  readonly milestones?: readonly MilestoneOfFile[];
  readonly checkpoints?: readonly string[];
  readonly acceptance?: boolean;
  readonly postingLimit?: AmountsOfFile;
  readonly refundLimit?: AmountsOfFile;
  readonly leastSale?: AmountsOfFile;
  readonly minimumPayout?: AmountsOfFile;
  readonly disputes?: { readonly limit: number; readonly periods?: number };
  readonly moveDelay?: string;
  readonly handover?: string;
  readonly silence?: number;
  readonly withholding?: { readonly account: string };
}

interface OutcomeOfFile {
  readonly amount: AmountsOfFile;
  readonly per?: "sale" | "period";
}

interface BonusOfFile<Every> {
  readonly every: Every;
  readonly add: string;
  readonly max: string;
}

/** Every so many things, or every so much money. */
interface BonusesOfFile extends Partial<Record<BonusKey, unknown>> {
  readonly network?: BonusOfFile<number>;
  readonly volume?: BonusOfFile<AmountsOfFile>;
}

export interface RoleOfFile extends BonusesOfFile {
  readonly of?: "gross" | "net" | "referral";
  readonly rates?: Readonly<Record<string, string>>;
  readonly missing?: "residual" | "renormalise" | { readonly pool: string };
  readonly tenure?: readonly string[];
  readonly tiers?: Readonly<Record<string, string>>;
  readonly ceiling?: string;
}

export interface StandingLineOfFile {
  readonly name: string;
  readonly holder: string;
  readonly rate?: string;
  readonly tenure?: readonly string[];
  readonly kinds?: readonly string[];
  readonly starts?: string;
  readonly ends?: string;
  readonly cap?: { readonly amount: AmountsOfFile; readonly per: "year" | "lifetime" };
  readonly threshold?: { readonly amount: AmountsOfFile; readonly per?: "year" | "lifetime" };
  readonly fee?: AmountsOfFile;
  readonly minimum?: AmountsOfFile;
  readonly buyout?: string;
}

interface GraduationOfFile {
  readonly earned?: AmountsOfFile;
  readonly sales?: number;
  readonly months?: number;
  readonly score?: number;
}

export interface MilestoneOfFile {
  readonly name: string;
  readonly measure: "sales" | "earned";
  readonly reaches: AmountsOfFile;
  readonly pays: AmountsOfFile;
}
