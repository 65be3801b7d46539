import { type Abi, BaseError, ContractFunctionRevertedError, getContractError } from "viem";
import { OPCODE } from "./unknownOpcode.ts";

/**
 * What a contract reverted with, if that is what an error says.
 * @param abi Has the errors that the contract may revert with.
 */
export function findRevert(error: unknown, abi: Abi): ContractFunctionRevertedError | undefined {
  if (!(error instanceof BaseError)) return undefined;
  // Decodes the data of a raw call's error; leaves an error that is decoded already as it is.
  const decoded = getContractError(error, { abi, args: [], functionName: "post" });
  const found = [error, decoded].map((one) =>
    one.walk((cause) => cause instanceof ContractFunctionRevertedError),
  );
  const reverted = found.find((one) => one instanceof ContractFunctionRevertedError);
  return reverted === undefined || isNodesFault(reverted) ? undefined : reverted;
}

/** Viem takes every internal error of a node for a contract's; where it neither says so nor gives data, it is none. */
function isNodesFault({ data, signature, reason }: ContractFunctionRevertedError): boolean {
  if (data !== undefined || signature !== undefined || reason === undefined) return false;
  return !OPCODE.test(reason) && !/revert|out of gas/i.test(reason);
}
