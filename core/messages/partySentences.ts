import { formatIsoTime } from "../text/formatIsoTime.ts";
import { printable } from "../text/printable.ts";
import type { Tell } from "./Sentence.ts";

/** What is refused of partners, tiers and wallets. */
export const PARTY_SENTENCES = {
  Program_AlreadyEnrolled: (wallet) => [`${wallet} is enrolled already.`],
  Program_AlreadyReached: (number, index) => [
    `Partner ${number} has this tier (${index}) or a higher one, or has reached this milestone before.`,
  ],
  Program_InvalidSignature: (party) => [
    `${party} did not sign this.`,
    "Have it signed by that wallet, for this program and chain, with its current nonce. A smart wallet that is not deployed yet must be deployed first.",
  ],
  Program_NotAccepted: (party) => [
    `${party} has not accepted the terms yet.`,
    "The partner accepts them once, from its own wallet, with `partners accept`; it can claim after that.",
  ],
  Program_NotAllowed: (caller) => [
    `${caller} may not do this.`,
    "Sign with the wallet that it concerns: the partner's, its recovery address or the line's holder (`--from` names it; `--safe` or `--calldata` hand out what a contract is to do).",
  ],
  Program_NotReached: (number, criterion, found, needed) => [
    `Partner ${number} has not reached this: ${printable(String(criterion))} ${found}, and ${needed} are needed.`,
    "Only locked periods count; try again when more are.",
  ],
  Program_NotSignable: (selector) => [
    `An act with the selector ${selector} cannot be signed for others to post.`,
    "Sign what a party itself may do, with the function's own parameters and nothing after them.",
  ],
  Program_RateTooHigh: (rate) => [
    `${rate} parts per million are more than 100 %.`,
    "Withhold at most all of a payment.",
  ],
  Program_SignatureExpired: (deadline) => [
    `The signature was good until ${formatIsoTime(deadline as bigint)}.`,
    "Have another one signed.",
  ],
  Program_TooManyPartners: (most) => [
    `The program has ${most} partners, as many as it can number.`,
  ],
  Program_UnknownPartner: (number) => [`The program has no partner ${number}.`],
  Program_UnknownTier: (tier) => [`The terms have no tier ${tier}.`],
  Program_ZeroAddress: () => [
    "The zero address is nobody's.",
    "Name an address that someone holds.",
  ],
} satisfies Record<string, Tell>;
