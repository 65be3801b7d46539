import type { Address } from "viem";
import type { StandingLine, Terms } from "../deal/Terms.ts";

/** A checked terms file. What deployment decides is left open. */
export interface ParsedTerms
  extends Omit<
    Terms,
    | "operator"
    | "attributor"
    | "arbiter"
    | "treasury"
    | "guardian"
    | "standby"
    | "start"
    | "currencies"
    | "standing"
  > {
  readonly operator: Address | undefined;
  readonly attributor: Address | undefined;
  readonly arbiter: Address | undefined;
  readonly treasury: Address | undefined;
  readonly guardian: Address | undefined;
  readonly standby: Address | undefined;
  readonly starts: number | undefined;
  /** Symbols, "ETH" first where it is among them. */
  readonly currencies: readonly string[];
  readonly standing: readonly ParsedLine[];
}

/** `starts` is open where it is the program's. */
export interface ParsedLine extends Omit<StandingLine, "starts"> {
  readonly starts: number | undefined;
}
