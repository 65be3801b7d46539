import { hex, type Tell, time } from "./Tell";

/** What is refused of standing lines, the reserve, the terms and amendments. */
export const LINE_SENTENCES = {
  Program_AlreadyWaits: () =>
    "Something of this kind waits already. Let it take effect, or take it back first.",
  Program_LineNotInForce: ([line]) =>
    `Standing line ${line} has ended or will, or is not in the state that this asks for.`,
  Program_NotAmendable: ([field]) => `An amendment cannot change ${field}.`,
  Program_NotInTerms: ([what]) => `The terms of this program know no ${what}.`,
  Program_NothingWaits: () => "Nothing of this kind waits. It may have taken effect already.",
  Program_OtherOffer: ([line]) =>
    `The offer for standing line ${line} has changed. Look at it again before you accept.`,
  Program_OtherTerms: () =>
    "Other terms are in force or proposed than those you have seen. Read them again.",
  Program_ReserveNeeded: ([currency, line]) =>
    `The reserve in ${hex(currency)} still backs standing line ${line}.`,
  Program_ReserveTooSmall: ([currency]) =>
    `The reserve in ${hex(currency)} does not cover this. Anyone can add to it.`,
  Program_TooEarly: ([until]) => `This can be done from ${time(until)} on.`,
  Program_TooLate: ([since]) => `This could be done until ${time(since)}.`,
  Program_UnknownLine: ([line]) => `The program has no standing line ${line}.`,
} satisfies Record<string, Tell>;
