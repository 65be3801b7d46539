// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramAmendments } from "./IProgramAmendments.sol";
import { IProgramCreation } from "./IProgramCreation.sol";
import { IProgramDisputes } from "./IProgramDisputes.sol";
import { IProgramExits } from "./IProgramExits.sol";
import { IProgramFunding } from "./IProgramFunding.sol";
import { IProgramHistory } from "./IProgramHistory.sol";
import { IProgramLines } from "./IProgramLines.sol";
import { IProgramPartners } from "./IProgramPartners.sol";
import { IProgramPayments } from "./IProgramPayments.sol";
import { IProgramPowers } from "./IProgramPowers.sol";
import { IProgramSales } from "./IProgramSales.sol";
import { IProgramSigned } from "./IProgramSigned.sol";
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
/// for `useNonce`, `pushToken` and `initialize`, and for `actSigned`, whose act takes it. ETH that arrives by plain transfer takes
/// none; it only adds to the books.
interface IProgram is
    IProgramPayments,
    IProgramFunding,
    IProgramSigned,
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

    /* EVENTS: CLAIMS */

    /// @notice Emitted when a party is paid.
    /// @param party Whose balance it was; where it is paid at another wallet, still the party.
    /// @param currency ETH or the token.
    /// @param amount What left its balance, anything withheld counted.
    event Claimed(address indexed party, address currency, uint256 amount);

    /// @notice Emitted after {Claimed} where the party has itself paid at another address than its payments go to.
    /// @param party Whose balance it was.
    /// @param to Where it was paid.
    /// @param currency ETH or the token.
    /// @param amount As in {Claimed}.
    event ClaimRedirected(address indexed party, address indexed to, address currency, uint256 amount);

    /// @notice Emitted after {Claimed} where a token, whose balances are shares, moved up to two units less than the party was to be
    /// paid: they are owed to it again.
    /// @param party Whose balance it is.
    /// @param currency The token.
    /// @param amount What did not leave.
    event ClaimShort(address indexed party, address indexed currency, uint256 amount);

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

    /// @notice The module for the operator's funds, sales paid on chain and permits.
    function fundingModule() external view returns (address module);

    /// @notice The module for acts that are signed and posted by others.
    function signedModule() external view returns (address module);

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
    /// - The party takes the payment, else {Program_PaymentFailed} for ETH; a token moves the amount, or up to two units less, which
    ///   stay the party's, else {Program_TransferMismatch}. Who cannot be paid at its own address has itself paid elsewhere, by
    ///   `claimTo`.
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
    /// - A recipient of ETH gets 100,000 gas, a token's payment 500,000: one that burns or blocks does not stop the others, and one
    ///   that needs more can be paid alone, by `claim`.
    /// - 60,000 gas, 45,000 for each party, and as much as a payment is promised for each that may fail are enough; what an estimate
    ///   says is not where some are about to.
    /// - All balances are final before any money moves.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - Each payment that fails had what it is promised, else {Program_GasTooLow}.
    ///
    /// @param parties As in `claim`, in any order; one that stands twice is paid once.
    /// @param currency ETH or a token.
    function claimMany(address[] calldata parties, address currency) external;

    /// @notice Moves a token to a party, or reverts. For the program itself alone, so that one payment of many that fails, or
    /// moves another amount than it was told to, is undone without the others.
    ///
    /// @dev Requirements:
    /// - The caller is the program, else {Program_NotItself}.
    /// - Its balance falls by `amount`, or by up to two units less but something, else {Program_TransferMismatch}.
    ///
    /// @param currency The token.
    /// @param to Who is paid.
    /// @param amount In the token's smallest unit.
    /// @param held What the program has of it.
    /// @return missing What of the amount did not leave.
    function pushToken(address currency, address to, uint256 amount, uint256 held) external returns (uint256 missing);

    /// @notice Pays a party at another address.
    ///
    /// @dev Emits {Claimed}, and {ClaimRedirected} where that is not where its payments go; {Withheld} as `claim` does.
    ///
    /// Notes:
    /// - Who cannot, or would not, pay for gas signs it, for anybody to post: see `actSigned`.
    /// - Unlike `claim` it keeps no way through empty periods: after more than 76,800 of them call `claim` first.
    ///
    /// Requirements:
    /// - The caller is the party's current wallet, else {Program_NotAllowed}.
    /// - `to` is neither zero nor the program, else {Program_ZeroAddress}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - There is something to pay, else {Program_NothingToClaim} or {Program_NotAccepted}.
    /// - `to` takes the payment, else {Program_PaymentFailed} or {Program_TransferMismatch}.
    ///
    /// @param party As in `claim`.
    /// @param currency ETH or a token.
    /// @param to Where to pay.
    /// @return amount What was paid, and what was withheld of it.
    function claimTo(address party, address currency, address to) external returns (uint256 amount);

    /// @notice Spends the caller's next nonce, revoking a signature that was given but not used.
    ///
    /// @dev Notes:
    /// - All that is signed counts by the same nonce: the next one revokes whatever was given with it.
    ///
    /// @return nonce The one that was spent.
    function useNonce() external returns (uint256 nonce);
}
