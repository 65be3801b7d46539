// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramAmendments } from "./IProgramAmendments.sol";
import { IProgramCreation } from "./IProgramCreation.sol";
import { IProgramDisputes } from "./IProgramDisputes.sol";
import { IProgramExits } from "./IProgramExits.sol";
import { IProgramHistory } from "./IProgramHistory.sol";
import { IProgramLines } from "./IProgramLines.sol";
import { IProgramPartners } from "./IProgramPartners.sol";
import { IProgramPayments } from "./IProgramPayments.sol";
import { IProgramPowers } from "./IProgramPowers.sol";
import { IProgramSales } from "./IProgramSales.sol";
import { IProgramTiers } from "./IProgramTiers.sol";
import { IProgramSaleViews } from "./IProgramSaleViews.sol";
import { IProgramViews } from "./IProgramViews.sol";
import { IProgramWallets } from "./IProgramWallets.sol";

/// @title A program: one revenue-share deal on chain, with its terms, partners and money
/// @notice Rates are parts per million; amounts are integers in a currency's smallest unit; times are UTC seconds. All
/// shares are rounded down and what rounding leaves is residual. ETH goes by its ERC-7528 address
/// 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE. A *line* of a sale is what one partner earns on it; a *standing line* is a fixed
/// holder's rate on all revenue of some kinds. A party is whoever can claim: a partner, a pool, a holder of a standing line, the
/// treasury, the tax account, a payer whose money came back.
///
/// The program can never be upgraded or paused; its terms change by amendment only. Tokens that take a fee on transfer are
/// counted by what arrives. Tokens whose balances shrink by themselves must not be a currency: the program pays first come,
/// first served from what is left and can then owe more than it has in that currency; other currencies are not touched.
/// @dev Every function that changes anything takes one lock, so that whoever is called back by a payment cannot enter again; but
/// for `useNonce`, `pushToken` and `initialize`. ETH that arrives by plain transfer takes none;
/// it only adds to the books.
interface IProgram is
    IProgramPayments,
    IProgramSales,
    IProgramHistory,
    IProgramDisputes,
    IProgramPartners,
    IProgramTiers,
    IProgramWallets,
    IProgramLines,
    IProgramExits,
    IProgramAmendments,
    IProgramPowers,
    IProgramSaleViews,
    IProgramViews,
    IProgramCreation
{
    /* EVENTS: REVENUE */

    /// @notice Emitted when ETH arrives by plain transfer and counts as revenue of the program's first kind.
    /// @param amount In wei.
    event Received(uint256 amount);

    /// @notice Emitted when revenue that only standing lines and the residual share is paid in.
    /// @param payer Who paid.
    /// @param kind Index of its kind.
    /// @param currency ETH or the token.
    /// @param amount What arrived.
    event RevenuePaid(address indexed payer, uint8 kind, address currency, uint256 amount);

    /// @notice Emitted when plain transfers are counted as revenue of the program's first kind.
    /// @param currency ETH or the token.
    /// @param amount What was counted.
    event Synced(address indexed currency, uint256 amount);

    /// @notice Emitted when the operator's funds grow, from which sales paid elsewhere are funded.
    /// @param from Who added to them.
    /// @param currency ETH or the token.
    /// @param amount What arrived.
    event Funded(address indexed from, address indexed currency, uint256 amount);

    /// @notice Emitted when unused funds go back to the treasury.
    /// @param currency ETH or the token.
    /// @param amount What was paid.
    event FundsWithdrawn(address indexed currency, uint256 amount);

    /* EVENTS: CLAIMS */

    /// @notice Emitted when a party is paid.
    /// @param party Whose balance it was; where it is paid at another wallet, still the party.
    /// @param currency ETH or the token.
    /// @param amount What left its balance, anything withheld counted.
    event Claimed(address indexed party, address currency, uint256 amount);

    /// @notice Emitted after {Claimed} where the party signed for another address than its payments go to.
    /// @param party Whose balance it was.
    /// @param to Where it was paid.
    /// @param currency ETH or the token.
    /// @param amount As in {Claimed}.
    event ClaimRedirected(address indexed party, address indexed to, address currency, uint256 amount);

    /// @notice Emitted when a payment among many failed. The party keeps its balance and can claim it to another address.
    /// @param party Whose balance it is.
    /// @param currency ETH or the token.
    /// @param amount What could not be paid.
    event ClaimFailed(address indexed party, address indexed currency, uint256 amount);

    /// @notice Emitted after {Claimed} where a part of the payment went to the tax account's balance instead.
    /// @param party Whose payment it was.
    /// @param taxAccount Whose balance it went to.
    /// @param currency ETH or the token.
    /// @param amount What was withheld, rounded down.
    event Withheld(address indexed party, address indexed taxAccount, address currency, uint256 amount);

    /* MODULES */

    /// @notice The module for sales.
    function salesModule() external view returns (address module);

    /// @notice The module for refunds and disputes.
    function disputesModule() external view returns (address module);

    /// @notice The module for partners, their tiers and their wallets.
    function partnersModule() external view returns (address module);

    /// @notice The module for standing lines and the residual.
    function linesModule() external view returns (address module);

    /// @notice The module for how standing lines end.
    function exitsModule() external view returns (address module);

    /// @notice The module for amendments.
    function amendmentsModule() external view returns (address module);

    /// @notice The module for powers: who holds them, and how they come to others.
    function powersModule() external view returns (address module);

    /// @notice The module that reads the terms, posted sales and the books, and does what creation does first.
    function viewsModule() external view returns (address module);

    /* REVENUE */

    /// @notice Counts ETH that arrives by plain transfer as revenue of the program's first kind.
    ///
    /// @dev Emits {Received}.
    ///
    /// Notes:
    /// - Costs more than the 2,300 gas that `transfer` and `send` of Solidity give: use a call.
    /// - Takes no lock, so that a recipient of a payment may send something back.
    ///
    /// Requirements:
    /// - The program takes ETH, else {Program_UnknownCurrencyIndex}.
    /// - The program has begun, else {Program_NotStarted}.
    /// - The segment's revenue of the kind stays below 2^96, else {Program_RevenueTooLarge}.
    receive() external payable;

    /// @notice Pays in revenue of a kind that only standing lines and the residual share: no partner is credited with it.
    ///
    /// @dev Emits {RevenuePaid}.
    ///
    /// Notes:
    /// - A token is counted by what arrives, which for some is less than `amount`; never more than `amount` counts.
    /// - It cannot be refunded.
    ///
    /// Requirements:
    /// - Anyone may call. A token must be approved to the program.
    /// - `kind` is one of the terms' and no outcome, else {Program_UnknownKind}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, and something arrives, else {Program_ZeroAmount}.
    /// - The ETH sent is `amount`, or 0 for a token, else {Program_WrongValue}.
    /// - The program has begun, else {Program_NotStarted}.
    /// - The segment's revenue of the kind stays below 2^96, else {Program_RevenueTooLarge}.
    ///
    /// @param kind Index in `Terms.kinds`.
    /// @param currency ETH or a token.
    /// @param amount To pay, in the currency's smallest unit.
    function pay(uint8 kind, address currency, uint256 amount) external payable;

    /// @notice Counts what arrived by plain transfer as revenue of the program's first kind.
    ///
    /// @dev Emits {Synced}.
    ///
    /// Notes:
    /// - ETH counts as it arrives; only ETH that was forced in waits for this.
    /// - A token that shrinks balances by itself has nothing to sync until it has made up for what it took.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The balance is more than all that the program owes, else {Program_NothingToSync}.
    /// - The program has begun, else {Program_NotStarted}; the amount fits, else {Program_RevenueTooLarge}.
    ///
    /// @param currency ETH or a token.
    /// @return amount What was counted, in the currency's smallest unit.
    function sync(address currency) external returns (uint256 amount);

    /// @notice Adds to the operator's funds, from which posted sales that were paid elsewhere are funded.
    ///
    /// @dev Emits {Funded}.
    ///
    /// Notes:
    /// - Whoever adds has no claim to it any more: only the operator can withdraw funds, and only to the treasury.
    ///
    /// Requirements:
    /// - Anyone may call. A token must be approved to the program.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, and something arrives, else {Program_ZeroAmount}; below 2^96, else {Program_AmountTooLarge}.
    /// - The ETH sent is `amount`, or 0 for a token, else {Program_WrongValue}.
    ///
    /// @param currency ETH or a token.
    /// @param amount To add, in the currency's smallest unit; a token counts by what arrives.
    function fund(address currency, uint256 amount) external payable;

    /// @notice Sends unused funds to the treasury.
    ///
    /// @dev Emits {FundsWithdrawn}.
    ///
    /// Notes:
    /// - What sales were posted with, and what is offered for a standing line, is no part of the funds any more.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, else {Program_ZeroAmount}; at most the funds, else {Program_NotFunded}.
    /// - The treasury takes the payment, else {Program_PaymentFailed} for ETH; a token moves exactly `amount`, else
    ///   {Program_TransferMismatch}.
    ///
    /// @param currency ETH or a token.
    /// @param amount To send, in the currency's smallest unit.
    function withdrawFunds(address currency, uint256 amount) external;

    /* CLAIMS */

    /// @notice Pays a party everything of its that is final, to its own address or the wallet it moved to.
    ///
    /// @dev Emits {Claimed}, and {Withheld} where the party has a part withheld.
    ///
    /// Notes:
    /// - Looks credits up 600 times at most: at a period with some, or at up to 128 without any in a row. After longer silence call
    ///   again for the rest.
    /// - What a standing line earned is its holder's to claim once it is settled: see `claimLine`.
    /// - Hands all gas that is left to a recipient of ETH: it can waste the caller's, and nothing else.
    ///
    /// Requirements:
    /// - Anyone may call: the money goes nowhere but to the party.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - There is something to pay, or more periods wait, else {Program_NothingToClaim}. Where that is because the party has
    ///   yet to accept the terms, {Program_NotAccepted}.
    /// - The party takes the payment, else {Program_PaymentFailed} for ETH; a token moves exactly the amount, else
    ///   {Program_TransferMismatch}. A party that cannot be paid at its own address signs a `claimTo`.
    ///
    /// @param party The wallet a partner was enrolled with, or whoever else is owed something.
    /// @param currency ETH or a token.
    /// @return amount What was paid, and what was withheld of it; 0 only where those periods held nothing and more wait.
    function claim(address party, address currency) external returns (uint256 amount);

    /// @notice Pays many parties, each all or nothing. One that cannot be paid is passed over and keeps its balance.
    ///
    /// @dev Emits {Claimed} or {ClaimFailed} for each that has something to be paid, and {Withheld} as `claim` does.
    ///
    /// Notes:
    /// - Passed over without an event are those that can claim nothing or less than the terms' minimum payout. Credits of a
    ///   partner that has yet to accept the terms do not count, and without hold nothing of its does.
    /// - A recipient of ETH gets 100,000 gas, a token's payment 500,000: one that burns or blocks does not stop the others.
    ///   Give enough gas for all of them: a payment that runs out of it fails like any other.
    /// - All balances are final before any money moves.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    ///
    /// @param parties As in `claim`, in any order; one that stands twice is paid once.
    /// @param currency ETH or a token.
    function claimMany(address[] calldata parties, address currency) external;

    /// @notice Moves a token to a party, or reverts. For the program itself alone, so that one payment of many that fails, or
    /// moves another amount than it was told to, is undone without the others.
    ///
    /// @dev Requirements:
    /// - The caller is the program, else {Program_NotItself}.
    /// - Its balance falls by exactly `amount`, else {Program_TransferMismatch}.
    ///
    /// @param currency The token.
    /// @param to Who is paid.
    /// @param amount In the token's smallest unit.
    function pushToken(address currency, address to, uint256 amount) external;

    /// @notice Pays a party at another address that the party signed for.
    ///
    /// @dev Emits {Claimed}, and {ClaimRedirected} where that is not where its payments go; {Withheld} as `claim` does.
    ///
    /// Notes:
    /// - The signature is EIP-712, in the domain "Tributary", version "1", over
    ///   `ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)`, by the party, or ERC-1271 where it
    ///   is a smart wallet; for a partner that moved, by the wallet it is paid at, with that wallet's nonce.
    /// - Whoever holds the signature chooses when it is used before its deadline. Each nonce counts once; the signer revokes
    ///   by `useNonce`.
    /// - Unlike `claim` it keeps no way through empty periods: after more than 76,800 of them call `claim` first.
    ///
    /// Requirements:
    /// - Anyone may call, until `deadline`, else {Program_SignatureExpired}.
    /// - `to` is neither zero nor the program, else {Program_ZeroAddress}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The signature is by the party's current wallet with its next nonce, else {Program_InvalidSignature}.
    /// - There is something to pay, else {Program_NothingToClaim} or {Program_NotAccepted}.
    /// - `to` takes the payment, else {Program_PaymentFailed} or {Program_TransferMismatch}.
    ///
    /// @param party As in `claim`.
    /// @param currency ETH or a token.
    /// @param to Where to pay.
    /// @param deadline The last second at which the signature counts.
    /// @param signature By the party.
    /// @return amount What was paid, and what was withheld of it.
    function claimTo(
        address party,
        address currency,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 amount);

    /// @notice Spends the caller's next nonce, revoking a signature that was given but not used.
    ///
    /// @dev Notes:
    /// - Signatures to claim and to join count by the same nonce: the next one revokes whichever was given with it.
    ///
    /// @return nonce The one that was spent.
    function useNonce() external returns (uint256 nonce);
}
