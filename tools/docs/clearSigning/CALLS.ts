import type { ContractFunctionName } from "viem";
import type { programAbi } from "../../../generated/abis.ts";
import type { Field, Intent } from "./Intent.ts";

type Call = ContractFunctionName<typeof programAbi, "nonpayable" | "payable">;

const PARTY: Field = { label: "Party", format: "addressName", params: { type: "eoa" } };
const CURRENCY: Field = { label: "Currency", format: "addressName", params: { type: "token" } };
const AMOUNT: Field = {
  label: "Amount",
  format: "tokenAmount",
  params: {
    tokenPath: "currency",
    nativeCurrencyAddress: "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE",
  },
};
const REASON: Field = { label: "Reason", format: "raw" };
const WALLET: Field = { label: "New wallet", format: "addressName", params: { type: "wallet" } };
const SALE: Readonly<Record<string, Field>> = { "sale.id": { label: "Sale", format: "raw" } };
const WORDS = ["sale.head", "sale.words", "sale.proof"];

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
      to: { label: "Paid to", format: "addressName" },
    },
  },
  post: {
    intent: "Post a batch of sales",
    fields: {
      currency: CURRENCY,
      lane: { label: "Lane", format: "raw" },
      from: { label: "Sales from", format: "date", params: { encoding: "timestamp" } },
      until: { label: "Sales until", format: "date", params: { encoding: "timestamp" } },
      evidence: { label: "Hash of the evidence", format: "raw" },
    },
    hidden: ["head", "packed"],
  },
  accept: {
    intent: "Accept the program's terms",
    fields: { party: PARTY, hash: { label: "Hash of the terms", format: "raw" } },
  },
  returnToProgram: {
    intent: "Return to the program",
    fields: { party: PARTY, reason: REASON },
  },
  leaveProgram: { intent: "Leave the program", fields: { party: PARTY, reason: REASON } },
  dispute: {
    intent: "Dispute a sale: freeze its lines",
    fields: {
      ...{ party: PARTY, ...SALE, reason: REASON },
      role: { label: "Role claimed", format: "raw" },
      evidence: { label: "Hash of the evidence", format: "raw" },
    },
    hidden: WORDS,
  },
  upholdSale: {
    intent: "Decide a dispute: the sale stands",
    fields: { ...SALE, reason: REASON },
    hidden: WORDS,
  },
  voidSale: {
    intent: "Decide a dispute: the sale is void",
    fields: { ...SALE, reason: REASON },
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
    fields: { party: PARTY, recovery: { label: "Recovery address", format: "addressName" } },
  },
  cancelRecovery: { intent: "Cancel a proposed recovery address", fields: { party: PARTY } },
  pay: {
    intent: "Pay in revenue",
    fields: { kind: { label: "Kind of sale", format: "raw" }, amount: AMOUNT },
    hidden: ["currency"],
  },
  fund: { intent: "Add to the operator's funds", fields: { amount: AMOUNT }, hidden: ["currency"] },
  withdrawFunds: {
    intent: "Send unused funds to the treasury",
    fields: { amount: AMOUNT },
    hidden: ["currency"],
  },
  consent: {
    intent: "Consent to new terms for a standing line",
    fields: {
      line: { label: "Standing line", format: "raw" },
      newTermsHash: { label: "Hash of the new terms", format: "raw" },
    },
  },
};
