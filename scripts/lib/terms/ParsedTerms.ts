import type { Address, ContractFunctionArgs } from "viem";
import type { programFactoryAbi } from "../../../generated/abis.ts";

/** The terms as the factory takes them. */
export type Terms = ContractFunctionArgs<typeof programFactoryAbi, "nonpayable", "create">[0];
export type Role = Terms["roles"][number];
export type StandingLine = Terms["standing"][number];

/** A base rate of a role on a kind it earns nothing on. */
export const NOT_PAID = 0xffffff;

/** `Terms.residualRole` where the residual is the operator's. */
export const NO_ROLE = 0xff;

/** A checked terms file. What deployment decides is left open. */
export interface ParsedTerms {
  readonly name: string;
  readonly operator: Address | undefined;
  readonly attributor: Address | undefined;
  readonly arbiter: Address | undefined;
  readonly treasury: Address | undefined;
  readonly starts: number | undefined;
  /** Symbols, "ETH" first where it is among them. */
  readonly currencies: readonly string[];
  readonly period: number;
  readonly holdPeriods: number;
  readonly noticePeriods: number;
  readonly ceiling: number;
  readonly commission: number;
  readonly residualRole: number;
  /** The kind of plain transfers first. */
  readonly kinds: readonly string[];
  readonly tiers: readonly string[];
  readonly roles: readonly Role[];
  readonly standing: readonly ParsedLine[];
}

/** `starts` is open where it is the program's. */
export interface ParsedLine extends Omit<StandingLine, "starts"> {
  readonly starts: number | undefined;
}
