import { parseAbi } from "viem";

/** Errors of tokens, which the ABIs of those that call them do not list. */
export const FURTHER_ERRORS = parseAbi([
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
]);
