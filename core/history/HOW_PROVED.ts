import type { ProgramEventName } from "../logs/decodeEvents.ts";

/** How it is proved that an event was told, and whole. */
export interface Proof {
  /**
   * - `folded`: its hash is in the program's history.
   * - `state`: the program answers with what it changed, so that the last one of each thing is proved.
   * - `sum`: what all such events come to is in the books; in which steps it came is not proved.
   */
  readonly how: "folded" | "state" | "sum";
  /** The calls that fold it, or the views that answer. */
  readonly by: readonly string[];
}

const FOLDED = "folded";
const STATE = "state";
const SUM = "sum";

const DECISIONS = ["upholdSale", "voidSale", "reattributeSale", "closeDispute", "voidDuplicate"];
const MONEY = { how: SUM, by: ["account", "solvency"] } as const;
const RESERVE = { how: SUM, by: ["reserveOf", "lineProgress"] } as const;
const PROPOSAL = { how: FOLDED, by: ["proposeAmendment"] } as const;

/** Every event by its name; docs/history.md has the same as a table. */
export const HOW_PROVED: { readonly [Name in ProgramEventName]: Proof } = {
  SalePosted: { how: FOLDED, by: ["post"] },
  BatchPosted: { how: FOLDED, by: ["post"] },
  EvidenceGiven: { how: FOLDED, by: ["refund"] },
  SaleRefunded: { how: FOLDED, by: ["refund"] },
  RefundSkipped: { how: FOLDED, by: ["refund"] },
  SaleDisputed: { how: FOLDED, by: ["dispute", "voidDuplicate"] },
  DisputeJoined: { how: FOLDED, by: ["dispute"] },
  SaleReattributed: { how: FOLDED, by: ["reattributeSale"] },
  SaleDuplicated: { how: FOLDED, by: ["voidDuplicate"] },
  DisputeSettled: { how: FOLDED, by: DECISIONS },
  LaneOpened: { how: FOLDED, by: ["openLane"] },
  PartnerEnrolled: { how: FOLDED, by: ["enroll", "enrollSigned", "proposeAmendment"] },
  TermsAccepted: { how: FOLDED, by: ["accept", "enrollSigned"] },
  StatusChanged: { how: FOLDED, by: ["setStatus", "leaveProgram", "returnToProgram"] },
  TierChanged: { how: FOLDED, by: ["setTier", "graduate"] },
  ScoreAttested: { how: FOLDED, by: ["attest"] },
  MilestoneReached: { how: FOLDED, by: ["reachMilestone"] },
  MilestonePaid: { how: FOLDED, by: ["reachMilestone", "payMilestone"] },
  WithholdingSet: { how: FOLDED, by: ["setWithholding"] },
  RecoverySet: { how: FOLDED, by: ["setRecovery"] },
  RecoveryCancelled: { how: FOLDED, by: ["cancelRecovery", "proposeMove"] },
  MoveProposed: { how: FOLDED, by: ["proposeMove"] },
  MoveCancelled: { how: FOLDED, by: ["cancelMove", "proposeMove"] },
  WalletMoved: { how: FOLDED, by: ["finishMove"] },
  SalePaid: MONEY,
  PaymentReleased: MONEY,
  Received: MONEY,
  RevenuePaid: MONEY,
  Synced: MONEY,
  Funded: MONEY,
  FundsWithdrawn: { how: FOLDED, by: ["withdrawFunds"] },
  Claimed: MONEY,
  ClaimRedirected: MONEY,
  ClaimFailed: MONEY,
  ClaimShort: MONEY,
  Withheld: { how: SUM, by: ["withheldOf"] },
  LineSettled: { how: SUM, by: ["lineEarnings"] },
  ResidualSettled: { how: SUM, by: ["residualEarnings"] },
  ReserveAdded: RESERVE,
  ReserveWithdrawn: { how: FOLDED, by: ["withdrawReserve"] },
  WithdrawalAnnounced: { how: FOLDED, by: ["announceWithdrawal"] },
  GuaranteesPaid: RESERVE,
  ArrearsGrown: RESERVE,
  ArrearsPaid: RESERVE,
  ExitAgreed: { how: FOLDED, by: ["agreeExit"] },
  BuyoutOffered: { how: FOLDED, by: ["offerBuyout"] },
  BuyoutWithdrawn: {
    how: FOLDED,
    by: ["offerBuyout", "withdrawBuyout", "agreeExit", "executeNotice"],
  },
  BuyoutAccepted: { how: FOLDED, by: ["acceptBuyout"] },
  NoticeGiven: { how: FOLDED, by: ["giveNotice"] },
  NoticeWithdrawn: { how: FOLDED, by: ["withdrawNotice"] },
  LineEnded: { how: FOLDED, by: ["agreeExit", "acceptBuyout", "executeNotice"] },
  LineSuspended: { how: FOLDED, by: ["executeNotice"] },
  LineResumed: { how: FOLDED, by: ["resumeLine"] },
  TermsAgreed: { how: STATE, by: ["history", "termsHash"] },
  AmendmentProposed: PROPOSAL,
  ConsentNeeded: PROPOSAL,
  ConsentGiven: { how: FOLDED, by: ["consent"] },
  AmendmentWithdrawn: { how: FOLDED, by: ["withdrawAmendment"] },
  PowerPassed: { how: FOLDED, by: ["acceptPower", "appointStandby", "removeAttributor"] },
  PowerProposed: { how: FOLDED, by: ["proposePower"] },
  PowerCancelled: { how: FOLDED, by: ["cancelPower"] },
  ArbiterSuspended: { how: FOLDED, by: ["suspendArbiter"] },
  LimitsReset: { how: FOLDED, by: ["resetLimits"] },
  Initialized: { how: STATE, by: ["termsHash"] },
  EIP712DomainChanged: { how: STATE, by: ["eip712Domain"] },
  Folded: { how: STATE, by: ["history"] },
};
