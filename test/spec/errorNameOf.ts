import { BaseError, ContractFunctionRevertedError } from "viem";

/** The name of the error that a call reverted with. */
export function errorNameOf(error: unknown): string {
  if (!(error instanceof BaseError)) throw error;
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
  return reverted.data?.errorName ?? `${reverted.signature ?? reverted.reason}`;
}
