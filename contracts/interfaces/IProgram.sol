// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramAmendments } from "./IProgramAmendments.sol";
import { IProgramViews } from "./IProgramViews.sol";
import { IProgramDisputes } from "./IProgramDisputes.sol";
import { IProgramExits } from "./IProgramExits.sol";
import { IProgramLines } from "./IProgramLines.sol";
import { IProgramPartners } from "./IProgramPartners.sol";
import { IProgramSales } from "./IProgramSales.sol";

/// @title A program: one revenue-share deal on chain, with its terms, partners and money
/// @notice Rates are parts per million; amounts are integers in a currency's smallest unit; times are UTC seconds. All
/// shares are rounded down and what rounding leaves is residual. ETH goes by its ERC-7528 address
/// 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE.
///
/// The program can never be upgraded or paused; its terms change by amendment only. Tokens that take a fee on transfer are counted by what
/// arrives. Tokens whose balances shrink by themselves must not be a currency: the program pays first come, first served
/// from what is left and can then owe more than it has in that currency; other currencies are not touched.
interface IProgram is
    IProgramSales,
    IProgramDisputes,
    IProgramPartners,
    IProgramLines,
    IProgramExits,
    IProgramAmendments,
    IProgramViews
{
    /* REVENUE */

    /// @notice Pays in revenue of a kind that only standing lines and the residual share.
    /// @dev Emits {RevenuePaid}. A token is counted by what arrives.
    /// @param currency ETH or a token; a token must be approved.
    /// @param amount To pay; for ETH exactly what is sent along.
    function pay(uint8 kind, address currency, uint256 amount) external payable;

    /// @notice Counts what arrived by plain transfer as revenue of the program's first kind.
    /// @dev Emits {Synced}. ETH counts as it arrives; only ETH that was forced in waits for this.
    /// @return amount What was counted.
    function sync(address currency) external returns (uint256 amount);

    /// @notice Adds to the operator's funds, from which posted sales that were paid elsewhere are funded.
    /// @dev Emits {Funded}. Anyone may add; only the operator can withdraw, to the treasury.
    function fund(address currency, uint256 amount) external payable;

    /// @notice Sends unused funds to the treasury.
    /// @dev Emits {FundsWithdrawn}. Requires the operator.
    function withdrawFunds(address currency, uint256 amount) external;

    /* CLAIMS */

    /// @notice Pays a party everything of its that is locked, to its own address or the wallet it moved to. Anyone may call.
    /// @dev Emits {Claimed}, and {Withheld} where the party has a part withheld. Walks at most 600 periods; after longer
    /// silence call again for the rest.
    /// @return amount What was paid, and what was withheld of it; 0 only where those periods held nothing and more wait.
    function claim(address party, address currency) external returns (uint256 amount);

    /// @notice Pays many parties. One that cannot be paid is passed over and keeps its balance; so is one that can claim less
    /// than the terms' minimum payout, or has yet to accept the terms.
    /// @dev Emits {Claimed} or {ClaimFailed} for each that is not passed over for that: all of it or nothing. A recipient of ETH
    /// gets 100,000 gas, a token's payment 500,000.
    function claimMany(address[] calldata parties, address currency) external;

    /// @notice Moves a token to a party, or reverts. For the program itself alone, so that one payment of many that fails, or
    /// moves another amount than it was told to, is undone without the others.
    function pushToken(address currency, address to, uint256 amount) external;

    /// @notice Pays a party at another address that the party signed for.
    /// @dev Emits {Claimed}, and {ClaimRedirected} where that is not where its payments go. The signature is EIP-712 over
    /// `ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)` by the party, or ERC-1271 where it
    /// is a smart wallet; for a partner that moved, by the wallet it is paid at, with that wallet's nonce. Each nonce counts
    /// once; whoever signs can revoke by `useNonce`.
    function claimTo(
        address party,
        address currency,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 amount);

    /// @notice Spends the caller's next nonce, revoking a signature that was given but not used.
    function useNonce() external returns (uint256 nonce);
}
