import type { ProgramEventName } from "../logs/decodeEvents.ts";

/**
 * How it is proved that an event was told, and whole:
 *
 * - `folded`: its hash is in the program's history.
 * - `state`: the program answers with what it changed.
 * - `sum`: what all such events come to is in the books; how it came about in single steps is not proved.
 */
export type Proof = "folded" | "state" | "sum";

/** Every event by its name, with how it is proved; docs/history.md has the same as a table. */
export const HOW_PROVED: { readonly [Name in ProgramEventName]: Proof } = {
  SalePosted: "folded",
  BatchPosted: "folded",
  SaleRefunded: "folded",
  RefundSkipped: "folded",
  EvidenceGiven: "folded",
  SaleDisputed: "folded",
  SaleReattributed: "folded",
  SaleDuplicated: "folded",
  DisputeSettled: "folded",
  PartnerEnrolled: "folded",
  TermsAccepted: "folded",
  StatusChanged: "folded",
  TierChanged: "folded",
  ScoreAttested: "state",
  MilestoneReached: "state",
  WalletMoved: "folded",
  MoveProposed: "state",
  MoveCancelled: "state",
  RecoverySet: "state",
  WithholdingSet: "state",
  LaneOpened: "folded",
  SalePaid: "sum",
  PaymentReleased: "sum",
  Received: "sum",
  RevenuePaid: "sum",
  Synced: "sum",
  Funded: "sum",
  FundsWithdrawn: "folded",
  Claimed: "sum",
  ClaimRedirected: "sum",
  ClaimFailed: "sum",
  Withheld: "sum",
  LineSettled: "sum",
  ResidualSettled: "sum",
  ReserveAdded: "sum",
  ReserveWithdrawn: "sum",
  GuaranteesPaid: "sum",
  ArrearsGrown: "sum",
  ArrearsPaid: "sum",
  ExitAgreed: "state",
  BuyoutOffered: "state",
  BuyoutWithdrawn: "state",
  BuyoutAccepted: "state",
  NoticeGiven: "state",
  NoticeWithdrawn: "state",
  LineEnded: "state",
  LineSuspended: "state",
  LineResumed: "state",
  TermsAgreed: "state",
  AmendmentProposed: "folded",
  ConsentNeeded: "folded",
  ConsentGiven: "state",
  AmendmentWithdrawn: "folded",
  RoleGranted: "folded",
  RoleRevoked: "folded",
  RoleAdminChanged: "state",
  Initialized: "state",
  EIP712DomainChanged: "state",
  Folded: "state",
};
