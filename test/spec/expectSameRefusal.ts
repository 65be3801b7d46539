import { type Refusal, SpecError } from "../../core/spec/SpecError.ts";
import { errorNameOf } from "./errorNameOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { reach } from "./reached.ts";

const ERRORS: Record<Refusal, string> = {
  unknownKind: "Program_UnknownKind",
  unknownCurrency: "Program_UnknownCurrencyIndex",
  unknownRole: "Program_UnknownRole",
  unknownPartner: "Program_UnknownPartner",
  unknownLine: "Program_UnknownLine",
  partnerNotActive: "Program_PartnerNotActive",
  zeroWeight: "Program_InvalidWeight",
  zeroAmount: "Program_ZeroAmount",
  saleAlreadyPosted: "Program_SaleAlreadyPosted",
  unknownLane: "Program_UnknownLane",
  laneOpen: "Program_LaneOpen",
  otherHead: "Program_OtherHead",
  invalidWindow: "Program_InvalidWindow",
  outsideWindow: "Program_OutsideWindow",
  badForm: "Program_InvalidBatch",
  notInBatch: "Program_NotInBatch",
  tooManyLines: "Program_TooManyLines",
  notDuplicate: "Program_NotDuplicate",
  alreadyPaid: "Program_AlreadyPaid",
  notPaid: "Program_NotPaid",
  paymentMismatch: "Program_PaymentMismatch",
  paymentPending: "Program_PaymentPending",
  unknownSale: "Program_UnknownSale",
  saleLocked: "Program_SaleLocked",
  refundTooLarge: "Program_RefundTooLarge",
  outcomeMismatch: "Program_OutcomeMismatch",
  postingLimit: "Program_PostingLimit",
  refundLimit: "Program_RefundLimit",
  notInTerms: "Program_NotInTerms",
  notReached: "Program_NotReached",
  alreadyReached: "Program_AlreadyReached",
  reserveTooSmall: "Program_ReserveTooSmall",
  notAllowed: "Program_NotAllowed",
  alreadyDisputed: "Program_AlreadyDisputed",
  notDisputed: "Program_NotDisputed",
  nothingLeft: "Program_NothingLeft",
  tooManyDisputes: "Program_TooManyDisputes",
  postedBefore: "Program_PostedBefore",
  notInDispute: "Program_NotInDispute",
  linesMismatch: "Program_LinesMismatch",
  tooEarly: "Program_TooEarly",
  tooLate: "Program_TooLate",
  lineNotInForce: "Program_LineNotInForce",
  paysOverCeiling: "Terms_PaysOverCeiling",
  alreadyWaits: "Program_AlreadyWaits",
  nothingWaits: "Program_NothingWaits",
  tooManySuspensions: "Program_TooManySuspensions",
};

type Outcome<T> = { readonly value: T } | { readonly refusal: string };

/** Runs both sides, which must succeed together or refuse for the same reason. */
export async function expectSameRefusal<M, C>(
  what: string,
  spec: () => M,
  contract: () => Promise<C>,
): Promise<{ readonly spec: M; readonly contract: C } | undefined> {
  const expected = attempt(spec);
  const found: Outcome<C> = await contract().then(
    (value) => ({ value }),
    (error: unknown) => ({ refusal: errorNameOf(error) }),
  );
  reach(`${what}: ${nameOf(expected)}`);
  if ("value" in expected && "value" in found) {
    return { spec: expected.value, contract: found.value };
  }
  expectEqual(`${what}: refusal`, nameOf(expected), nameOf(found));
  return undefined;
}

function attempt<M>(action: () => M): Outcome<M> {
  try {
    return { value: action() };
  } catch (error) {
    if (error instanceof SpecError) return { refusal: ERRORS[error.refusal] };
    throw error;
  }
}

function nameOf<T>(outcome: Outcome<T>): string {
  return "refusal" in outcome ? outcome.refusal : "none";
}
