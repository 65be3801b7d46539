import type { ActName } from "../../../core/signing/ACTS.ts";
import {
  AGREED,
  CURRENCY,
  EVIDENCE,
  LINE,
  MILESTONE,
  PAID_TO,
  PARTNER_NUMBER,
  PARTY,
  PRICE,
  RATE,
  REASON,
  RECOVERY,
  ROLE,
  SALE,
  TERMS_HASH,
  WALLET,
} from "./FIELDS.ts";
import type { Intent } from "./Intent.ts";
import { sign } from "./sign.ts";

/**
 * What a hardware wallet says of an act that is signed for others to post, and of joining a program. One that is missing here does
 * not compile; a field that is neither shown nor hidden is refused when the file is written.
 */
export const MESSAGES: Readonly<Record<ActName | "join", Intent>> = {
  claimTo: sign("Have what is final paid at another address", {
    ...{ party: PARTY, currency: CURRENCY, to: PAID_TO },
  }),
  accept: sign("Accept the program's terms", { party: PARTY, termsHash: TERMS_HASH }),
  leaveProgram: sign("Leave the program", { party: PARTY, reason: REASON }),
  returnToProgram: sign("Return to the program", { party: PARTY, reason: REASON }),
  setWithholding: sign("Have a part withheld for taxes", { party: PARTY, rate: RATE }),
  setRecovery: sign("Propose who may move the wallet if its key is lost", {
    ...{ party: PARTY, recovery: RECOVERY },
  }),
  cancelRecovery: sign("Cancel a proposed recovery address", { party: PARTY }),
  proposeMove: sign("Propose to move all money and rights", { party: PARTY, wallet: WALLET }),
  cancelMove: sign("Cancel a proposed move", { party: PARTY }),
  finishMove: sign("Move all money and rights, as proposed", { party: PARTY }),
  dispute: sign(
    "Dispute a sale: freeze its lines",
    { party: PARTY, saleId: SALE, reason: REASON, role: ROLE, evidence: EVIDENCE },
    ["sale"],
  ),
  reachMilestone: sign("Have a milestone taken down as reached", {
    ...{ number: PARTNER_NUMBER, milestone: MILESTONE, currency: CURRENCY },
  }),
  consent: sign("Consent to new terms for a standing line", { line: LINE, termsHash: TERMS_HASH }),
  agreeExit: sign("Agree to a standing line's end, or take it back", {
    line: LINE,
    agreed: AGREED,
  }),
  acceptBuyout: sign("Sell a standing line", { line: LINE, price: PRICE }, ["currency"]),
  join: sign("Join the program", {
    wallet: PARTY,
    name: { label: "Name", format: "raw" },
    tier: { label: "Number of the tier", format: "raw" },
    joined: { label: "Joined", format: "date", params: { encoding: "timestamp" } },
    referrer: { label: "Referrer's number", format: "raw" },
    termsHash: TERMS_HASH,
  }),
};
