/** A terms file as schema/terms.schema.json describes it. */
export interface TermsFile {
  readonly $schema?: string;
  readonly name: string;
  readonly operator?: string;
  readonly attributor?: string;
  readonly arbiter?: string;
  readonly treasury?: string;
  readonly starts?: string;
  readonly currencies: readonly string[];
  readonly period: string;
  readonly holdPeriods?: number;
  readonly noticePeriods?: number;
  readonly ceiling?: string;
  readonly kinds: readonly string[];
  readonly received?: string;
  readonly commission?: string;
  readonly roles?: Readonly<Record<string, RoleOfFile>>;
  readonly standing?: readonly StandingLineOfFile[];
  readonly residual?: "operator" | { readonly role: string };
}

export interface RoleOfFile {
  readonly of?: "gross" | "net";
  readonly rates?: Readonly<Record<string, string>>;
  readonly missing?: "residual";
  readonly tenure?: readonly string[];
  readonly network?: { readonly every: number; readonly add: string; readonly max: string };
  readonly volume?: { readonly every: string; readonly add: string; readonly max: string };
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
}
