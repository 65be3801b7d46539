import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  InsufficientFundsError,
  UserRejectedRequestError,
} from "viem";
import type { Explanation } from "./Explanation";
import { explainRevert } from "./explainRevert";
import { isUnreachable } from "./isUnreachable";

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
  const revert = error.walk((one) => one instanceof ContractFunctionRevertedError);
  if (revert instanceof ContractFunctionRevertedError) {
    const { data, reason } = revert;
    if (data !== undefined) return explainRevert(data.errorName, data.args ?? []);
    return reason ?? "The contract refused without a reason.";
  }
  if (error.walk((one) => one instanceof ContractFunctionZeroDataError) !== null) {
    return "The contract at this address gives no answer: it is not a Tributary program.";
  }
  if (error.walk((one) => one instanceof InsufficientFundsError) !== null) {
    return "The wallet has too little ETH to pay for the transaction’s gas. Top it up, or have anyone else claim for you.";
  }
  return error.shortMessage;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(detail: string): Explanation {
  return { cause: "failed", title: "This did not work", detail };
}
