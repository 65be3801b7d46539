import {
  BaseError,
  type ContractErrorName,
  ContractFunctionRevertedError,
  getContractError,
  keccak256,
  parseAbi,
  toBytes,
} from "viem";
import { programAbi, termsValidatorAbi } from "../../generated/abis.ts";
import { printable } from "../text/printable.ts";
import { MONEY_SENTENCES } from "./moneySentences.ts";
import { PARTY_SENTENCES } from "./partySentences.ts";
import { RevertError } from "./RevertError.ts";
import type { Tell } from "./Sentence.ts";
import { SALES_SENTENCES } from "./salesSentences.ts";
import { TERMS_SENTENCES } from "./termsSentences.ts";

/** Errors of tokens, which a program's own ABI does not list. */
const FURTHER_ERRORS = parseAbi([
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
]);

/** The ABI to call a program with, so that whatever it refuses can be told in words. */
export const EXPLAINED_ABI = [...programAbi, ...FURTHER_ERRORS, ...termsValidatorAbi] as const;

type ErrorName = ContractErrorName<typeof EXPLAINED_ABI>;
type OwnName = Extract<ErrorName, `Program_${string}` | `Terms_${string}`>;

/** An error of our own that is missing here does not compile. */
const SENTENCES: { readonly [Name in OwnName]: Tell } & { readonly [Name in ErrorName]?: Tell } = {
  ...SALES_SENTENCES,
  ...PARTY_SENTENCES,
  ...MONEY_SENTENCES,
  ...TERMS_SENTENCES,
  AccessControlUnauthorizedAccount: (account, role) => [
    `${account} may not do this: it does not have the program's role ${roleName(role)}.`,
    "Sign with the account that has it (--from), or have it granted by who may: `docs/roles.md` tells.",
  ],
  InvalidAccountNonce: (account) => [
    `The signature by ${account} was used, or another one came first.`,
    "Have another one signed with the current nonce.",
  ],
  SafeERC20FailedOperation: (token) => [
    `The token ${token} refused the transfer.`,
    "It may be paused, or block one of the addresses; what is owed stays owed.",
  ],
  ERC20InsufficientAllowance: (spender, allowance, needed) => [
    `${spender} may take ${allowance} of the token's smallest unit, but ${needed} are needed.`,
    "Approve that much first.",
  ],
  ERC20InsufficientBalance: (sender, balance, needed) => [
    `${sender} has ${balance} of the token's smallest unit, but ${needed} are needed.`,
  ],
};

/** A refusal by the program in words, if that is what the error is; else the error itself. */
export function explainRevert(error: unknown): unknown {
  const reverted = findRevert(error);
  if (reverted === undefined) return error;
  const { data, reason } = reverted;
  if (data === undefined) {
    return new RevertError(
      reverted.signature ?? "",
      [],
      `The contract refused this: ${reason ?? reverted.shortMessage}.`,
      undefined,
    );
  }
  const values = data.args ?? [];
  const [sentence, todo] = SENTENCES[data.errorName as ErrorName]?.(...values) ?? [
    `The contract refused this: ${data.errorName}(${values.map((value) => printable(String(value))).join(", ")}).`,
  ];
  return new RevertError(data.errorName, values, sentence, todo);
}

function findRevert(error: unknown): ContractFunctionRevertedError | undefined {
  if (!(error instanceof BaseError)) return undefined;
  // Decodes the data of a raw call's error; leaves an error that is decoded already as it is.
  const decoded = getContractError(error, { abi: EXPLAINED_ABI, args: [], functionName: "post" });
  const found = [error, decoded].map((one) =>
    one.walk((cause) => cause instanceof ContractFunctionRevertedError),
  );
  return found.find((one) => one instanceof ContractFunctionRevertedError);
}

function roleName(role: unknown): string {
  if (/^0x0+$/.test(String(role))) return "operator";
  return role === keccak256(toBytes("ARBITER_ROLE")) ? "arbiter" : "attributor";
}
