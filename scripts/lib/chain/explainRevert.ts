import {
  BaseError,
  type ContractErrorName,
  ContractFunctionRevertedError,
  getContractError,
  type Hex,
  parseAbi,
} from "viem";
import { programAbi } from "../../../generated/abis.ts";
import { nameOfId } from "../sales/nameOfId.ts";
import { formatTime } from "../text/formatTime.ts";
import { printable } from "../text/printable.ts";
import { RevertError } from "./RevertError.ts";

/** Errors of the libraries that a program's parts run, which its own ABI does not list, and of tokens. */
const FURTHER_ERRORS = parseAbi([
  "error Program_TooManyLines(uint256 lines, uint256 most)",
  "error Program_TooOld(uint256 segment)",
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
]);

/** The ABI to call a program with, so that whatever it refuses can be told in words. */
export const EXPLAINED_ABI = [...programAbi, ...FURTHER_ERRORS] as const;

type ErrorName = ContractErrorName<typeof EXPLAINED_ABI>;
type Sentence = readonly [sentence: string, todo?: string];

const STATUSES = ["unknown", "active", "suspended", "no longer a partner"];

const SENTENCES: { readonly [Name in ErrorName]?: (...values: readonly unknown[]) => Sentence } = {
  AccessControlUnauthorizedAccount: (account, role) => [
    `${account} may not do this: it does not have the program's role ${roleName(role)}.`,
    "Sign with the account that has it (--from), or have the operator grant it.",
  ],
  Program_AlreadyEnrolled: (wallet) => [`${wallet} is enrolled already.`],
  Program_AlreadyRefunded: (id) => [`The refund ${idText(id)} was made before.`],
  Program_AmountTooLarge: (amount) => [`${amount} is more than the books can hold.`],
  Program_NotFunded: (currency, funds, owed) => [
    `The program's funds in ${currency} are ${funds} of its smallest unit, but ${owed} are needed.`,
    "Add to them with `program fund`.",
  ],
  Program_NotPaid: (id, payer) => [`No payment by ${payer} waits for the sale ${idText(id)}.`],
  Program_NotStarted: (start) => [
    `The program starts on ${formatTime(start as bigint)}.`,
    "Run this again after that.",
  ],
  Program_NothingToClaim: (party) => [`There is nothing for ${party} to claim.`],
  Program_PartnerNotActive: (number, status) => [
    `Partner ${number} is ${STATUSES[Number(status)] ?? "not active"}.`,
    "Only an active partner can be credited.",
  ],
  Program_PaymentFailed: (to) => [
    `${to} does not accept the payment.`,
    "It keeps its balance, and can claim it to another address by signing a `claimTo`.",
  ],
  Program_PaymentMismatch: (id, paid, posted) => [
    `The sale ${idText(id)} was paid with ${paid} of the smallest unit, but is posted with ${posted}.`,
  ],
  Program_RefundTooLarge: (id, amount, left) => [
    `A refund of ${amount} of the smallest unit is more than the ${left} that are left of the sale ${idText(id)}.`,
  ],
  Program_SaleAlreadyPosted: (id) => [`The sale ${idText(id)} was posted before.`],
  Program_SaleLocked: (id, since) => [
    `The sale ${idText(id)} is final since ${formatTime(since as bigint)} and cannot be refunded.`,
  ],
  Program_TooManyLines: (lines, most) => [`A sale has ${lines} lines; the most is ${most}.`],
  Program_TransferMismatch: (token, expected, moved) => [
    `The token ${token} moved ${moved} instead of ${expected} of its smallest unit, so nothing was paid.`,
  ],
  Program_UnknownCurrency: (currency) => [`${currency} is no currency of the program.`],
  Program_UnknownPartner: (number) => [`The program has no partner ${number}.`],
  Program_UnknownSale: (id) => [`The program has no sale ${idText(id)}.`],
  Program_InvalidWeight: (id, partner, weight) => [
    `The weight ${weight} of partner ${partner} in the sale ${idText(id)} is not from 1 to 2^32 - 1.`,
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

function idText(id: unknown): string {
  return `"${nameOfId(id as Hex)}"`;
}

function roleName(role: unknown): string {
  return /^0x0+$/.test(String(role)) ? "operator" : "attributor";
}
