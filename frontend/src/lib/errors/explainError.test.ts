import { expect, test } from "@playwright/test";
import { ContractFunctionRevertedError, encodeErrorResult, parseAbi } from "viem";
import { explainError } from "./explainError";

const CALL = { abi: parseAbi(["error Error(string reason)"]), functionName: "claim" };
const NASTY = "reverted \u202eyas";

test("what a contract or a node gives as the reason turns nothing around", () => {
  const { abi } = CALL;
  const data = encodeErrorResult({ abi, errorName: "Error", args: [NASTY] });
  for (const told of [{ data }, { message: NASTY }]) {
    const error = new ContractFunctionRevertedError({ ...CALL, ...told });
    expect(explainError(error).detail).toContain("reverted \ufffdyas");
  }
});
