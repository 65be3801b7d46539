import type { TermsFile } from "../../core/terms/TermsFile.ts";

/** A small deal, what happens under it, and what it shows. */
export interface TermsExample {
  readonly title: string;
  /** The rule, in Markdown. */
  readonly rule: string;
  /** What the terms say beside `BASE`. */
  readonly terms: Partial<TermsFile>;
  /** Those of whom more than the name counts; the credits name the others. */
  readonly partners?: readonly ExamplePartner[];
  readonly sales: readonly ExampleSale[];
  readonly refunds?: readonly {
    readonly sale: string;
    readonly amount: string;
    readonly on: string;
  }[];
}

export interface ExamplePartner {
  readonly partner: string;
  readonly tier?: string;
  readonly joined?: string;
  readonly referrer?: string;
}

interface ExampleSale {
  readonly id: string;
  readonly on: string;
  readonly amount: string;
  readonly kind?: string;
  readonly product?: string;
  /** `partner:role:weight;…`. */
  readonly credits?: string;
}

/** What every example's terms have, unless they say otherwise. */
export const BASE = {
  name: "Example",
  starts: "2025-01-01",
  currencies: ["USDC"],
  period: "30d",
  kinds: ["sale"],
} satisfies TermsFile;

/** Holds standing lines and pools. */
export const HOLDER = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
