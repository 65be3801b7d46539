import type { Rates } from "../../files/rates/readRates.ts";
import type { Deal } from "../facts/Deal.ts";
import type { Patterns } from "../rules/fits.ts";
import type { SaleCondition } from "../rules/meets.ts";
import type { ColumnMap } from "./ColumnMap.ts";

/** A mapping file as schema/mapping.schema.json describes it, with the rates that it names by their file. */
export interface Mapping {
  readonly currencies?: Readonly<Record<string, string | CurrencyRule>>;
  /** What the file of rates says that the mapping names. */
  readonly rates?: Rates;
  readonly products?: Readonly<Record<string, string>>;
  readonly kinds?: readonly { readonly when: SaleCondition; readonly kind: string }[];
  readonly customers?: {
    readonly by?: readonly string[];
    readonly same?: readonly (readonly string[])[];
    readonly nobody?: readonly string[];
  };
  /** Tables of systems that are not known otherwise, or that are to be read in another way. */
  readonly sources?: readonly ColumnMap[];
  readonly metadata?: readonly string[];
  readonly codeFields?: readonly string[];
  readonly links?: readonly Link[];
  readonly codes?: readonly Code[];
  readonly deals?: readonly Deal[];
  readonly consent?: {
    readonly visits?: "required" | "assumed";
    readonly withdrawn?: readonly string[];
  };
}

/** How amounts in a currency of a source become amounts in one of the program. */
export interface CurrencyRule {
  readonly to: string;
  /** By what the export itself made of them, or by the rates. */
  readonly by: "export" | "rates";
  /** How many decimals they are rounded to; otherwise those that the program's currency usually has. */
  readonly decimals?: number;
}

export type Link = ParameterLink | UtmLink;

interface ParameterLink {
  readonly parameter: string;
  readonly partners: Readonly<Record<string, string>>;
  readonly role: string;
  readonly channel?: string;
}

interface UtmLink {
  readonly utm: Readonly<Record<string, Patterns>>;
  readonly partner: string;
  readonly role: string;
  readonly channel?: string;
}

export interface Code {
  readonly code: string | readonly string[];
  readonly partner: string;
  readonly role: string;
  readonly channel?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Names nothing: everything keeps the name it has. */
export const NO_MAPPING: Mapping = {};
