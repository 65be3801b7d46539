import type { programAbi } from "@generated/abis";
import { formatTime } from "../format/formatTime";
import { readId } from "../format/readId";
import { shortenHex } from "../format/shortenHex";

type ErrorName = Extract<(typeof programAbi)[number], { type: "error" }>["name"];
type Explain = (args: readonly unknown[]) => string;

/** What the program refuses, as the visitor of a page may meet it. */
const SENTENCES: { readonly [Name in ErrorName]?: Explain } = {
  Program_NothingToClaim: ([party]) =>
    `There is nothing to claim for ${hex(party)} now. Somebody may have claimed it already: anyone can.`,
  Program_UnknownCurrency: ([currency]) =>
    `The program does not take the currency ${hex(currency)}.`,
  Program_UnknownLine: ([line]) => `The program has no standing line ${line}.`,
  Program_PaymentFailed: ([to]) =>
    `The payment to ${hex(to)} did not succeed: that address does not accept ETH. Its balance is untouched; its owner can sign a claim to another address.`,
  Program_TransferMismatch: ([token]) =>
    `The token ${hex(token)} moved another amount than it was told to, so nothing was paid.`,
  Program_SaleLocked: ([sale, since]) =>
    `The lines of sale ${id(sale)} are final since ${time(since)}.`,
  Program_UnknownSale: ([sale]) => `The program has no sale ${id(sale)}.`,
  Program_UnknownPartner: ([number]) => `The program has no partner with the number ${number}.`,
  Program_NotStarted: ([start]) => `The program has not begun: it starts on ${time(start)}.`,
  SafeERC20FailedOperation: ([token]) =>
    `The token ${hex(token)} refused the transfer. The balance is untouched; the recipient may be blocked by the token.`,
  ReentrancyGuardReentrantCall: () => "The call came back into the program while it was paying.",
  AccessControlUnauthorizedAccount: ([account]) =>
    `The account ${hex(account)} does not have the role that this needs.`,
};

/** A program's error in plain words. */
export function explainRevert(name: string, args: readonly unknown[]): string {
  const explain = isKnown(name) ? SENTENCES[name] : undefined;
  return explain?.(args) ?? `The program refused with ${name}(${args.map(String).join(", ")}).`;
}

function isKnown(name: string): name is ErrorName {
  return name in SENTENCES;
}

function hex(value: unknown): string {
  return shortenHex(String(value));
}

function id(value: unknown): string {
  const text = String(value);
  return text.startsWith("0x") ? readId(`0x${text.slice(2)}`) : text;
}

function time(value: unknown): string {
  return typeof value === "bigint" ? formatTime(value) : String(value);
}
