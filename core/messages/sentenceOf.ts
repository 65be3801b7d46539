import type { ContractErrorName } from "viem";
import { printable } from "../text/printable.ts";
import type { EXPLAINED_ABI } from "./EXPLAINED_ABI.ts";
import type { EXPLAINED_PLAN_ABI } from "./EXPLAINED_PLAN_ABI.ts";
import { EQUITY_SENTENCES } from "./equitySentences.ts";
import { MONEY_SENTENCES } from "./moneySentences.ts";
import { PARTY_SENTENCES } from "./partySentences.ts";
import { POWER_SENTENCES } from "./powerSentences.ts";
import type { Sentence, Tell } from "./Sentence.ts";
import { SALES_SENTENCES } from "./salesSentences.ts";
import { TERMS_SENTENCES } from "./termsSentences.ts";

type ErrorName =
  | ContractErrorName<typeof EXPLAINED_ABI>
  | ContractErrorName<typeof EXPLAINED_PLAN_ABI>;
type OwnName = Extract<ErrorName, `${"Program" | "Terms" | "EquityPlan"}_${string}`>;

/** An error of our own that is missing here does not compile. */
const SENTENCES: { readonly [Name in OwnName]: Tell } & { readonly [Name in ErrorName]?: Tell } = {
  ...SALES_SENTENCES,
  ...PARTY_SENTENCES,
  ...POWER_SENTENCES,
  ...MONEY_SENTENCES,
  ...TERMS_SENTENCES,
  ...EQUITY_SENTENCES,
  InvalidAccountNonce: (account) => [
    `The signature by ${account} was used, or another one came first.`,
    "Have another one signed with the current nonce.",
  ],
  SafeERC20FailedOperation: (token) => [
    `The token ${token} refused the transfer.`,
    "It may be paused, or block one of the addresses; what is owed stays owed.",
  ],
  ReentrancyGuardReentrantCall: () => ["The call came back into the contract while it was paying."],
  ERC20InsufficientAllowance: (spender, allowance, needed) => [
    `${spender} may take ${allowance} of the token's smallest unit, but ${needed} are needed.`,
    "Approve that much from a wallet; a command does so by itself, so run it again: the RPC may not have seen the approval yet.",
  ],
  ERC20InsufficientBalance: (sender, balance, needed) => [
    `${sender} has ${balance} of the token's smallest unit, but ${needed} are needed.`,
    "Send it the rest, then try again.",
  ],
};

/** What a contract's error says, and what to do about it: the same words in a terminal and on a page. */
export function sentenceOf(errorName: string, values: readonly unknown[]): Sentence {
  const tell = isKnown(errorName) ? SENTENCES[errorName] : undefined;
  if (tell !== undefined) return tell(...values);
  const shown = values.map((value) => printable(String(value))).join(", ");
  return [`The contract refused this: ${errorName}(${shown}).`];
}

function isKnown(name: string): name is keyof typeof SENTENCES {
  return name in SENTENCES;
}
