import type { Field } from "./Intent.ts";

/** What calls and messages have in common, of programs and of equity plans. */
export const PARTY: Field = { label: "Party", format: "addressName", params: { type: "eoa" } };
export const CURRENCY: Field = {
  label: "Currency",
  format: "addressName",
  params: { type: "token" },
};
export const AMOUNT: Field = {
  label: "Amount",
  format: "tokenAmount",
  params: {
    tokenPath: "currency",
    nativeCurrencyAddress: "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE",
  },
};
export const PRICE: Field = { ...AMOUNT, label: "Price" };
export const REASON: Field = { label: "Reason", format: "raw" };
export const WALLET: Field = {
  label: "New wallet",
  format: "addressName",
  params: { type: "wallet" },
};
export const RECOVERY: Field = { label: "Recovery address", format: "addressName" };
export const PAID_TO: Field = { label: "Paid to", format: "addressName" };
export const TERMS_HASH: Field = { label: "Hash of the terms", format: "raw" };
export const LINE: Field = { label: "Standing line", format: "raw" };
export const SALE: Field = { label: "Sale", format: "raw" };
export const KIND: Field = { label: "Kind of sale", format: "raw" };
export const ROLE: Field = { label: "Role claimed", format: "raw" };
export const EVIDENCE: Field = { label: "Hash of the evidence", format: "raw" };
export const AGREED: Field = { label: "Agreed", format: "raw" };
export const RATE: Field = ppm("Part withheld");
export const PARTNER_NUMBER: Field = { label: "Partner's number", format: "raw" };
export const MILESTONE: Field = { label: "Milestone", format: "raw" };
export const UNTIL: Field = {
  label: "Good until",
  format: "date",
  params: { encoding: "timestamp" },
};
export const GRANT: Field = { label: "Grant", format: "raw" };
export const LEAVES_ON: Field = {
  label: "Leaves on",
  format: "date",
  params: { encoding: "timestamp" },
};
export const VOTER: Field = { label: "Votes with your units", format: "addressName" };

/** Shown as a percentage. */
export function ppm(label: string): Field {
  return { label, format: "unit", params: { base: "%", decimals: 4 } };
}
