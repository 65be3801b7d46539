import type { Time } from "../../core/deal/Terms.ts";
import type { Row } from "../files/table/Row.ts";

/** What can happen in a plan. */
export const HAPPENINGS = [
  "money",
  "claim",
  "pause",
  "resume",
  "resign",
  "dismiss",
  "cause",
  "exit",
  "offer",
  "accept",
] as const;

export type What = (typeof HAPPENINGS)[number];

/** One line of a happenings file. */
export interface Happening {
  readonly row: Row;
  readonly time: Time;
  readonly what: What;
  /** The grant's name; empty where it is about the plan. */
  readonly grant: string;
  /** The place of its currency in the plan; the first one's where it is about no money. */
  readonly currency: number;
  /** In the currency's smallest unit; 0 where there is none. */
  readonly amount: bigint;
}
