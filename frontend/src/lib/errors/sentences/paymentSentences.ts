import { hex, type Tell } from "./Tell";

/** What is refused of payments, and of claims. */
export const PAYMENT_SENTENCES = {
  Program_AmountTooLarge: () => "The amount is larger than the books can hold.",
  Program_NotItself: () => "Only the program itself does this.",
  Program_NothingToClaim: ([party]) =>
    `There is nothing to claim for ${hex(party)} now. Somebody may have claimed it already: anyone can.`,
  Program_NothingToSync: ([currency]) => `All that the program has of ${hex(currency)} is counted.`,
  Program_OwedTooMuch: () => "That is more than the books can owe one party.",
  Program_PaymentFailed: ([to]) =>
    `The payment to ${hex(to)} did not succeed: that address does not accept ETH. Its balance is untouched; its owner can sign a claim to another address.`,
  Program_RevenueTooLarge: () => "That is more revenue than the books can hold of one period.",
  Program_TransferMismatch: ([token]) =>
    `The token ${hex(token)} moved another amount than it was told to, so nothing was paid.`,
  Program_UnknownCurrency: ([currency]) =>
    `The program does not take the currency ${hex(currency)}.`,
  Program_UnknownCurrencyIndex: ([index]) => `The program has no currency ${index}.`,
  Program_UnknownKind: () =>
    "The terms know no such kind of sale, or it is an outcome, which nobody pays.",
  Program_WrongValue: () => "The ETH sent along is not the amount that is named.",
  Program_ZeroAmount: () => "The amount must be above 0.",
} satisfies Record<string, Tell>;
