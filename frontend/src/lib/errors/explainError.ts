import { isUnreachable } from "@core/logs/isUnreachable";
import { findRevert } from "@core/messages/findRevert";
import { printable } from "@core/text/printable";
import { shortenHex } from "@core/text/shortenHex";
import {
  BaseError,
  ContractFunctionZeroDataError,
  InsufficientFundsError,
  UserRejectedRequestError,
} from "viem";
import type { Explanation } from "./Explanation";
import { revertWords } from "./revertWords";

// A contract without the function that is called says nothing; some development nodes say this in its place.
const UNKNOWN_FUNCTION = "function selector was not recognized";
const NOT_A_PROGRAM =
  "The contract at this address does not answer as it should: it is not a Tributary program or equity plan.";

/** Any error in words for people: what happened and what to do. */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof BaseError)) return failed(messageOf(error));
  if (error.walk((one) => one instanceof UserRejectedRequestError) !== null) {
    return {
      cause: "rejected",
      title: "You declined in your wallet",
      detail: "Nothing was sent and nothing changed. You can try again.",
    };
  }
  if (isUnreachable(error)) {
    return {
      cause: "unreachable",
      title: "The node does not answer",
      detail: "Check that it runs and that it allows this page, then try again.",
    };
  }
  return failed(explainBaseError(error));
}

function explainBaseError(error: BaseError): string {
  if (error.walk((one) => one instanceof ContractFunctionZeroDataError) !== null) {
    return NOT_A_PROGRAM;
  }
  if (error.walk((one) => one instanceof InsufficientFundsError) !== null) {
    return "The wallet has too little ETH to pay for the transaction’s gas. Top it up, or have anyone else do it for you.";
  }
  return explainRevert(error) ?? error.shortMessage;
}

function explainRevert(error: BaseError): string | undefined {
  const words = revertWords();
  const revert = findRevert(error, words?.errors ?? []);
  if (revert === undefined) return undefined;
  const { data, reason, signature } = revert;
  if (data !== undefined && words !== undefined)
    return shortenHex(words.sentenceOf(data.errorName, data.args ?? []).join(" "));
  if (signature !== undefined) return undefined;
  const isUnknown = reason === undefined || reason.includes(UNKNOWN_FUNCTION);
  return isUnknown ? NOT_A_PROGRAM : printable(reason);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(detail: string): Explanation {
  return { cause: "failed", title: "This did not work", detail };
}
