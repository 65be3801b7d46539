import type { Address, Hash } from "viem";

/** What partners can be told of. */
export const NOTICE_KINDS = [
  ...(["sale", "refund", "lock", "dispute", "payout", "milestone", "tier", "status"] as const),
  ...(["wallet", "amendment", "power"] as const),
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that happened to one party, or to all. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Finer than the kind: "dispute.settled". */
  readonly type: string;
  /** Undefined where it concerns everybody. */
  readonly party: Party | undefined;
  readonly time: number;
  /** Undefined where it follows from time alone. */
  readonly block: bigint | undefined;
  readonly transaction: Hash | undefined;
  /** Tells it apart from all others of this program, in whatever block its transaction comes to lie. */
  readonly key: string;
  /** In one line, for people. */
  readonly subject: string;
  /** The details, amounts as decimal strings in the currency's units. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an event alone says of it. */
export type Told = Pick<Notice, "kind" | "type" | "party" | "subject" | "data">;

export interface Party {
  readonly name: string;
  readonly wallet: Address;
}
