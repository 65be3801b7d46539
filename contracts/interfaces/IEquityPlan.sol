// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC5805 } from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import { IEquityBuyouts } from "./IEquityBuyouts.sol";
import { IEquityGrants } from "./IEquityGrants.sol";
import { IEquityHolders } from "./IEquityHolders.sol";
import { IEquityLeaving } from "./IEquityLeaving.sol";
import { IEquityPowers } from "./IEquityPowers.sol";
import { IEquitySigned } from "./IEquitySigned.sol";
import { IEquityViews } from "./IEquityViews.sol";

/// @title An equity plan: units that vest and share what the plan receives
/// @notice Amounts are integers in a currency's smallest unit, rates parts per million, times UTC seconds. ETH goes by its ERC-7528
/// address 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE. Whoever likes pays in: a program by a standing line that the plan holds, a wallet,
/// a Safe. Anyone has what arrived shared (`sync`).
///
/// Money is shared over *granted* units as it arrives. What falls on units that are not vested is held, paid when they vest, and freed
/// when they are lost. Per currency a level counts the money per unit since the plan began (see `Levels`); a grant has earned what the
/// level rose by above its base. So receiving money costs the same for 3 grants and for 1,000, and any schedule is a function of time.
/// With `flow` money is for the units vested when it comes: `advance` settles that, and the rest is the treasury's.
///
/// What is payable no power lowers. There is no admin, no upgrade and no fee. Nothing of it is a share certificate, and nothing is
/// transferable.
///
/// Tokens whose balances shrink by themselves must not be a currency: the plan pays first come, first served from what is left and can
/// then owe more than it has in that currency; other currencies are not touched.
/// @dev Every function that changes anything takes one lock, but for `useNonce`, `pushToken`, the delegation of votes, and `actSigned`,
/// whose act takes it. ETH that arrives takes no lock.
interface IEquityPlan is
    IEquityGrants,
    IEquityLeaving,
    IEquityBuyouts,
    IEquityHolders,
    IEquityPowers,
    IEquitySigned,
    IEquityViews,
    IERC5805
{
    /* EVENTS */

    /// @notice Emitted when money that arrived, or waited, is shared.
    /// @param currency ETH or the token.
    /// @param amount What arrived, in its smallest unit.
    /// @param level After it.
    event Shared(address indexed currency, uint256 amount, uint256 level);

    /// @notice Emitted when money is shared that was held for units that are lost; or is the treasury's.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit.
    /// @param level After it.
    event Freed(address indexed currency, uint256 amount, uint256 level);

    /// @notice Emitted when a grant is paid.
    /// @param id The grant.
    /// @param holder Whose it is.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit, with what is withheld.
    event Claimed(uint256 indexed id, address indexed holder, address indexed currency, uint256 amount);

    /// @notice Emitted with it where a part is withheld.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param amount What of the payment the tax account has.
    event Withheld(uint256 indexed id, address indexed currency, uint256 amount);

    /// @notice Emitted with it where the holder had the payment go elsewhere.
    /// @param id The grant.
    /// @param to Where it went.
    event ClaimRedirected(uint256 indexed id, address indexed to);

    /// @notice Emitted when a payment among many fails: the holder keeps it.
    /// @param id The grant.
    /// @param holder Whose it is.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit.
    event ClaimFailed(uint256 indexed id, address indexed holder, address indexed currency, uint256 amount);

    /// @notice Emitted when a token moved up to two units less than it was told to: the holder keeps them.
    /// @param id The grant.
    /// @param currency The token.
    /// @param amount What did not move.
    event ClaimShort(uint256 indexed id, address indexed currency, uint256 amount);

    /// @notice Emitted when a grant of a plan without catching up is settled.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param amount What is owed for its vested units.
    /// @param treasury What the treasury has for the others.
    event Advanced(uint256 indexed id, address indexed currency, uint256 amount, uint256 treasury);

    /// @notice Emitted when the treasury is paid.
    /// @param treasury Who has that power.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit.
    event TreasuryPaid(address indexed treasury, address indexed currency, uint256 amount);

    /// @notice Emitted when the tax account is paid what was withheld.
    /// @param taxAccount Who has that power.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit.
    event TaxPaid(address indexed taxAccount, address indexed currency, uint256 amount);

    /* MONEY IN */

    /// @notice ETH, from whomever. It counts once `sync` shares it.
    /// @dev Reverts with {EquityPlan_UnknownCurrency} where the plan takes none: it would be lost.
    receive() external payable;

    /// @notice Shares what arrived, and what waited, among all units that take part.
    ///
    /// @dev Emits {Shared}, unless there is nothing.
    ///
    /// Requirements:
    /// - Anyone may call. The currency is one of the plan's, else {EquityPlan_UnknownCurrency}.
    /// - The token tells its balance, and the books can hold it, else {EquityPlan_NotCounted}.
    ///
    /// @param currency ETH or a token.
    /// @return amount What had arrived, in the currency's smallest unit.
    function sync(address currency) external returns (uint256 amount);

    /// @notice In a plan without catching up, settles what came for a grant since this last ran: as much as is vested now is owed, the
    /// rest is the treasury's. A claim does the same. Run at each vesting step it is exact.
    ///
    /// @dev Emits {Advanced} for each currency in which something came.
    ///
    /// Requirements:
    /// - Anyone may call. The plan is such a one, else {EquityPlan_NotInSettings}; the grant is one, else {EquityPlan_UnknownGrant}.
    ///
    /// @param id The grant.
    function advance(uint256 id) external;

    /* MONEY OUT */

    /// @notice Pays a grant's holder all that is payable, less what is withheld.
    ///
    /// @dev Emits {Claimed}, and {ClaimShort}.
    ///
    /// Notes:
    /// - What arrived and is not shared counts after a `sync`.
    /// - Two claims pay what one later claim pays.
    ///
    /// Requirements:
    /// - Anyone may call: the money goes nowhere but to the holder. The grant is one, else {EquityPlan_UnknownGrant}.
    /// - Something is payable, else {EquityPlan_NothingToClaim}.
    /// - The holder takes it: ETH, else {EquityPlan_PaymentFailed}; of a token exactly so much moves, or up to two units less, else
    ///   {EquityPlan_TransferMismatch} or what the token says.
    ///
    /// @param id The grant.
    /// @param currency ETH or a token.
    /// @return amount What was paid, with what is withheld.
    function claim(uint256 id, address currency) external returns (uint256 amount);

    /// @notice Pays each of many grants that can be paid. One that cannot keeps what it has, and stops none of the others.
    ///
    /// @dev Emits {Claimed} or {ClaimFailed} for each with something payable, and {ClaimShort}.
    ///
    /// Requirements:
    /// - Anyone may call. All are grants, else {EquityPlan_UnknownGrant}.
    /// - Each payment that fails had the gas that it is promised, else {EquityPlan_GasTooLow}.
    ///
    /// @param ids The grants, in any order; one that stands twice is paid once.
    /// @param currency ETH or a token.
    function claimMany(uint256[] calldata ids, address currency) external;

    /// @notice Pays a grant at another address, for a holder that cannot be paid at its own.
    ///
    /// @dev Emits {Claimed} and {ClaimRedirected}.
    ///
    /// Requirements:
    /// - The caller is the holder, else {EquityPlan_NotAllowed}; `to` is neither zero nor the plan, else {EquityPlan_ZeroAddress}.
    /// - All else as in `claim`.
    ///
    /// @param id The grant.
    /// @param currency ETH or a token.
    /// @param to Who is paid.
    /// @return amount What was paid, with what is withheld.
    function claimTo(uint256 id, address currency, address to) external returns (uint256 amount);

    /// @notice Pays the treasury what is its. One that cannot be paid keeps it.
    ///
    /// @dev Emits {TreasuryPaid}. Anyone may call. Reverts with {EquityPlan_NothingToClaim} for grant 0 where there is nothing, and as a
    /// claim where the payment fails.
    ///
    /// @param currency ETH or a token.
    /// @return amount What was paid.
    function claimTreasury(address currency) external returns (uint256 amount);

    /// @notice Pays the tax account what was withheld.
    /// @dev Emits {TaxPaid}. As `claimTreasury`.
    /// @param currency ETH or a token.
    /// @return amount What was paid.
    function claimTax(address currency) external returns (uint256 amount);

    /// @notice Moves a token, or reverts. For the plan itself alone, so that one payment of many that fails is undone without the others.
    ///
    /// @dev Reverts with {EquityPlan_NotItself}, and with {EquityPlan_TransferMismatch} where its balance does not fall by `amount`, or
    /// by up to two units less but something.
    ///
    /// @param currency The token.
    /// @param to Who is paid.
    /// @param amount In the token's smallest unit.
    /// @param held What the plan has of it.
    /// @return missing What of the amount did not leave.
    function pushToken(address currency, address to, uint256 amount, uint256 held) external returns (uint256 missing);

    /* MODULES */

    /// @notice The code that a plan runs on its own storage, beside its own.
    /// @return grants For grants, sources and votes.
    /// @return leaving For leaving and exits.
    /// @return buyouts For offers and calls.
    /// @return holders For moves of holders.
    /// @return powers For powers.
    /// @return signed For signed acts.
    /// @return views For reading.
    function modules()
        external
        view
        returns (
            address grants,
            address leaving,
            address buyouts,
            address holders,
            address powers,
            address signed,
            address views
        );
}
