import { BaseError, ContractFunctionRevertedError, getContractError } from "viem";
import { EXPLAINED_ABI } from "./EXPLAINED_ABI.ts";

/** What a contract reverted with, if that is what an error says. */
export function findRevert(error: unknown): ContractFunctionRevertedError | undefined {
  if (!(error instanceof BaseError)) return undefined;
  // Decodes the data of a raw call's error; leaves an error that is decoded already as it is.
  const decoded = getContractError(error, { abi: EXPLAINED_ABI, args: [], functionName: "post" });
  const found = [error, decoded].map((one) =>
    one.walk((cause) => cause instanceof ContractFunctionRevertedError),
  );
  return found.find((one) => one instanceof ContractFunctionRevertedError);
}
