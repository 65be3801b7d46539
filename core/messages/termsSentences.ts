import { formatPercentage } from "../text/formatPercentage.ts";
import { printable } from "../text/printable.ts";
import type { Tell } from "./Sentence.ts";

/** What is refused of terms and amendments. */
export const TERMS_SENTENCES = {
  Program_NotAmendable: (field, index) => [
    `An amendment cannot change ${printable(String(field))} (${index}).`,
    "Add at the end of a list instead; a standing line can only end earlier, by its holder's consent.",
  ],
  Program_NotInTerms: (what) => [
    `The terms of the program know no ${printable(String(what))}.`,
    "`program show` tells what they know.",
  ],
  Program_OtherTerms: (expected, found) => [
    `The terms have the hash ${found}, not ${expected}.`,
    "Read the terms that are in force or proposed now, and name their hash if you agree.",
  ],
  Program_UnknownKind: (kind) => [
    `The terms know no kind ${kind} for this; an outcome is posted, not paid.`,
    "Name a kind of sale of the terms.",
  ],
  Terms_Invalid: (field, index, value) => [
    `The terms' ${printable(String(field))} (${index}) is ${value}, which is out of its range.`,
    "Correct the terms file.",
  ],
  Terms_InvalidCurrency: (index, currency) => [
    `The terms' currency ${index}, ${currency}, is no token, or stands twice.`,
    "Correct the network's parameters file.",
  ],
  Terms_SameToken: (index, currency, other) => [
    `The terms' currency ${index}, ${currency}, has the symbol and the supply of ${other}: they are one token, whose money would count twice.`,
    "Name one of its addresses.",
  ],
  Terms_ShareToken: (index, currency) => [
    `The balances of the terms' currency ${index}, ${currency}, are shares of something: they change by themselves, and the books would not.`,
    "Name the token that wraps it, such as wstETH in place of stETH.",
  ],
  Terms_PaysOverCeiling: (kind, worst, ceiling) => [
    `A sale of the kind ${kind} could pay out ${formatPercentage(Number(worst))}, more than the ${formatPercentage(Number(ceiling))} that the terms allow.`,
    "Lower the rates, or raise the ceiling.",
  ],
  Terms_TooManyCuts: (count) => [
    `The standing lines start, end or begin another year at ${count} different times; 160 is the most.`,
    "Let them start and end together.",
  ],
  Terms_TooManyDecimals: (currency, decimals) => [
    `The token ${currency} has ${decimals} decimals, more than the books can scale.`,
  ],
  Terms_ZeroAddress: (field, index) => [
    `The terms' ${printable(String(field))} (${index}) is the zero address.`,
    "Name an address that someone holds.",
  ],
} satisfies Record<string, Tell>;
