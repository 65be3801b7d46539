import { parseAbi } from "viem";
import { programAbi, termsPressAbi } from "../../generated/abis.ts";

/** Errors of the libraries that a program's parts run, which its own ABI does not list, and of tokens. */
const FURTHER_ERRORS = parseAbi([
  "error Program_TooManyLines(uint256 lines, uint256 most)",
  "error Program_TooOld(uint256 segment)",
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
]);

/** The ABI to call a program with, so that whatever it refuses can be told in words. */
export const EXPLAINED_ABI = [...programAbi, ...FURTHER_ERRORS, ...termsPressAbi] as const;
