import { parseAbi } from "viem";
import { programAbi, termsValidatorAbi } from "../../generated/abis.ts";

/** Errors of tokens, which a program's own ABI does not list. */
const FURTHER_ERRORS = parseAbi([
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
]);

/** The ABI to call a program with, so that whatever it refuses can be told in words. */
export const EXPLAINED_ABI = [...programAbi, ...FURTHER_ERRORS, ...termsValidatorAbi] as const;
