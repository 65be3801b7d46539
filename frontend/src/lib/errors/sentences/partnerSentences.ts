import { hex, type Tell, time } from "./Tell";

/** What is refused of partners, their tiers and wallets. */
export const PARTNER_SENTENCES = {
  Program_AlreadyEnrolled: ([wallet]) => `${hex(wallet)} is enrolled already.`,
  Program_AlreadyReached: ([number]) =>
    `Partner ${number} has this tier or a higher one, or was paid this milestone before.`,
  Program_InvalidSignature: ([party]) =>
    `The signature is not by ${hex(party)}. Sign with that wallet, on this chain.`,
  Program_NotAccepted: ([party]) =>
    `${hex(party)} has not accepted the terms yet. Accept them once with that wallet, then claim.`,
  Program_NotAllowed: ([caller]) =>
    `${hex(caller)} may not do this. Connect the wallet that it concerns.`,
  Program_NotReached: ([number, criterion, found, needed]) =>
    `Partner ${number} has not reached this: ${criterion} ${found} of ${needed}. Only what is locked counts.`,
  Program_RateTooHigh: () => "At most all of a payment can be withheld.",
  Program_SignatureExpired: ([deadline]) =>
    `The signature was good until ${time(deadline)}. Sign once more.`,
  Program_TooManyPartners: () => "The program has as many partners as it can number.",
  Program_UnknownPartner: ([number]) => `The program has no partner with the number ${number}.`,
  Program_UnknownTier: ([tier]) => `The terms have no tier ${tier}.`,
  Program_ZeroAddress: () => "The zero address is nobody’s. Name an address that someone holds.",
} satisfies Record<string, Tell>;
