import type { ContractFunctionName } from "viem";
import type { programAbi } from "../../../generated/abis/Program.ts";
import {
  AGREED,
  AMOUNT,
  CURRENCY,
  EVIDENCE,
  KIND,
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
import type { Field, Intent } from "./Intent.ts";

type Call = ContractFunctionName<typeof programAbi, "nonpayable" | "payable">;

const SHOWN: Readonly<Record<string, Field>> = { "sale.id": SALE };
const PERMIT = ["permit.deadline", "permit.v", "permit.r", "permit.s"];
const WORDS = ["sale.head", "sale.words.[]", "sale.proof.[]"];

/**
 * What a hardware wallet says of a call to a program. A parameter that is neither a field nor hidden is refused when the file is
 * written.
 */
export const CALLS: { readonly [Name in Call]?: Intent } = {
  claim: { intent: "Pay a party what is final", fields: { party: PARTY, currency: CURRENCY } },
  claimMany: {
    intent: "Pay many parties what is final",
    fields: { "parties.[]": PARTY, currency: CURRENCY },
  },
  claimTo: {
    intent: "Pay a party at another address",
    fields: {
      ...{ party: PARTY, currency: CURRENCY },
      to: PAID_TO,
    },
  },
  post: {
    intent: "Post a batch of sales",
    fields: {
      currency: CURRENCY,
      lane: { label: "Lane", format: "raw" },
      from: { label: "Sales from", format: "date", params: { encoding: "timestamp" } },
      until: { label: "Sales until", format: "date", params: { encoding: "timestamp" } },
      evidence: EVIDENCE,
    },
    hidden: ["head", "packed"],
  },
  accept: {
    intent: "Accept the program's terms",
    fields: { party: PARTY, hash: TERMS_HASH },
  },
  returnToProgram: {
    intent: "Return to the program",
    fields: { party: PARTY, reason: REASON },
  },
  leaveProgram: { intent: "Leave the program", fields: { party: PARTY, reason: REASON } },
  dispute: {
    intent: "Dispute a sale: freeze its lines",
    fields: {
      ...{ party: PARTY, ...SHOWN, reason: REASON },
      role: ROLE,
      evidence: EVIDENCE,
    },
    hidden: WORDS,
  },
  upholdSale: {
    intent: "Decide a dispute: the sale stands",
    fields: { ...SHOWN, reason: REASON },
    hidden: WORDS,
  },
  voidSale: {
    intent: "Decide a dispute: the sale is void",
    fields: { ...SHOWN, reason: REASON },
    hidden: WORDS,
  },
  proposeMove: {
    intent: "Propose to move all money and rights to another wallet",
    fields: { party: PARTY, wallet: WALLET },
  },
  finishMove: { intent: "Move all money and rights, as proposed", fields: { party: PARTY } },
  cancelMove: { intent: "Cancel a proposed move", fields: { party: PARTY } },
  setRecovery: {
    intent: "Propose who may move the wallet if its key is lost",
    fields: { party: PARTY, recovery: RECOVERY },
  },
  cancelRecovery: { intent: "Cancel a proposed recovery address", fields: { party: PARTY } },
  pay: {
    intent: "Pay in revenue",
    fields: { kind: KIND, amount: AMOUNT },
    hidden: ["currency"],
  },
  payWithPermit: {
    intent: "Pay in revenue by a permit",
    fields: { kind: KIND, amount: AMOUNT },
    hidden: ["currency", ...PERMIT],
  },
  paySale: {
    intent: "Pay a sale",
    fields: { saleId: SALE, kind: KIND, amount: AMOUNT },
    hidden: ["currency"],
  },
  paySaleWithPermit: {
    intent: "Pay a sale by a permit",
    fields: { saleId: SALE, kind: KIND, amount: AMOUNT },
    hidden: ["currency", ...PERMIT],
  },
  fundWithPermit: {
    intent: "Add to the operator's funds by a permit",
    fields: { amount: AMOUNT },
    hidden: ["currency", ...PERMIT],
  },
  fund: { intent: "Add to the operator's funds", fields: { amount: AMOUNT }, hidden: ["currency"] },
  setWithholding: {
    intent: "Have a part withheld for taxes",
    fields: { party: PARTY, rate: RATE },
  },
  reachMilestone: {
    intent: "Have a milestone taken down as reached",
    fields: { number: PARTNER_NUMBER, milestone: MILESTONE, currency: CURRENCY },
  },
  agreeExit: {
    intent: "Agree to a standing line's end, or take it back",
    fields: { line: LINE, agreed: AGREED },
  },
  acceptBuyout: {
    intent: "Sell a standing line",
    fields: { line: LINE, price: PRICE },
    hidden: ["currency"],
  },
  withdrawFunds: {
    intent: "Send unused funds to the treasury",
    fields: { amount: AMOUNT },
    hidden: ["currency"],
  },
  consent: {
    intent: "Consent to new terms for a standing line",
    fields: {
      line: LINE,
      newTermsHash: { label: "Hash of the new terms", format: "raw" },
    },
  },
};
