import type { programAbi } from "@generated/abis";
import { LINE_SENTENCES } from "./sentences/lineSentences";
import { PARTNER_SENTENCES } from "./sentences/partnerSentences";
import { PAYMENT_SENTENCES } from "./sentences/paymentSentences";
import { SALE_SENTENCES } from "./sentences/saleSentences";
import { hex, type Tell } from "./sentences/Tell";

type ErrorName = Extract<(typeof programAbi)[number], { type: "error" }>["name"];
type OwnName = Extract<ErrorName, `Program_${string}`>;

/** What the program refuses, for the visitor of a page. An error of its own that is missing here does not compile. */
const SENTENCES: { readonly [Name in OwnName]: Tell } & { readonly [Name in ErrorName]?: Tell } = {
  ...SALE_SENTENCES,
  ...PARTNER_SENTENCES,
  ...LINE_SENTENCES,
  ...PAYMENT_SENTENCES,
  SafeERC20FailedOperation: ([token]) =>
    `The token ${hex(token)} refused the transfer. The balance is untouched; the recipient may be blocked by the token.`,
  ReentrancyGuardReentrantCall: () => "The call came back into the program while it was paying.",
  AccessControlUnauthorizedAccount: ([account]) =>
    `The account ${hex(account)} does not have the role that this needs.`,
  InvalidAccountNonce: ([account]) =>
    `The signature by ${hex(account)} was used before. Sign once more.`,
};

/** A program's error in plain words. */
export function explainRevert(name: string, args: readonly unknown[]): string {
  const explain = isKnown(name) ? SENTENCES[name] : undefined;
  return explain?.(args) ?? `The program refused with ${name}(${args.map(String).join(", ")}).`;
}

function isKnown(name: string): name is ErrorName {
  return name in SENTENCES;
}
