import type { Address } from "viem";

/** A stop on the money's way. */
export interface FlowNode {
  readonly id: string;
  readonly stage: "kind" | "program" | "line" | "party";
  readonly name: string;
  readonly amount: bigint;
  readonly address?: Address;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

/** Where the money of one currency came from and whose it became. */
export interface MoneyFlow {
  readonly total: bigint;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}
