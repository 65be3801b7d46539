// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityErrors } from "./IEquityErrors.sol";

/// @title How a plan buys units back: by an offer that the holder takes, or by calling those of a leaver
interface IEquityBuyouts is IEquityErrors {
    /* EVENTS */

    /// @notice Emitted when a price is offered for all units of a grant.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param price In its smallest unit; it is set aside.
    /// @param from From when on it can be taken.
    event Offered(uint256 indexed id, address indexed currency, uint96 price, uint40 from);

    /// @notice Emitted when an offer is taken back, or another takes its place. The price is the treasury's to claim.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param price In its smallest unit.
    event OfferWithdrawn(uint256 indexed id, address indexed currency, uint96 price);

    /// @notice Emitted when a holder takes an offer, and is paid.
    /// @param id The grant.
    /// @param holder Who was paid.
    /// @param currency ETH or the token.
    /// @param price What was paid.
    /// @param units What went back to the plan.
    event BoughtOut(uint256 indexed id, address indexed holder, address indexed currency, uint96 price, uint256 units);

    /// @notice Emitted with it when a token moved up to two units less than the price: they are owed to the holder.
    /// @param id The grant.
    /// @param currency The token.
    /// @param amount What did not move.
    event PriceShort(uint256 indexed id, address indexed currency, uint256 amount);

    /// @notice Emitted when the units of a leaver are called.
    /// @param id The grant.
    /// @param units How many.
    /// @param until Until when they wait for an exit.
    event UnitsCalled(uint256 indexed id, uint256 units, uint40 until);

    /// @notice Emitted with it for each currency: what is owed to the holder for the units.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param price In its smallest unit.
    event CallPaid(uint256 indexed id, address indexed currency, uint256 price);

    /// @notice Emitted when called units go back to the plan.
    /// @param id The grant.
    /// @param units How many.
    event CallFinished(uint256 indexed id, uint256 units);

    /// @notice Emitted with it for each currency in which an exit came in time: what the units earned beyond the price is owed.
    /// @param id The grant.
    /// @param currency ETH or the token.
    /// @param amount In its smallest unit.
    event DifferenceOwed(uint256 indexed id, address indexed currency, uint256 amount);

    /* OFFERS */

    /// @notice Offers a price for all units of a grant. The price is taken from the caller and set aside. It takes the place of an offer
    /// before.
    ///
    /// @dev Emits {Offered}, and before it {OfferWithdrawn} for the one before.
    ///
    /// Notes:
    /// - It cannot be taken before the delay of a hand-over is over, as in programs: what a thief of the operator's key offers can be
    ///   taken back.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}. A token must be approved to the plan.
    /// - The grant has units, else {EquityPlan_NothingLeft}, and was not called, else {EquityPlan_IsCalled}.
    /// - The price is above 0, else {EquityPlan_ZeroAmount}; the ETH sent is the price, or 0 for a token, else {EquityPlan_WrongValue};
    ///   all of a token arrives, else {EquityPlan_TransferMismatch}.
    ///
    /// @param id The grant.
    /// @param currency ETH or a token of the plan.
    /// @param price In the currency's smallest unit.
    function offer(uint256 id, address currency, uint96 price) external payable;

    /// @notice Takes an offer back. The price is the treasury's to claim.
    ///
    /// @dev Emits {OfferWithdrawn}.
    ///
    /// Requirements:
    /// - The caller is the operator or the guardian, else {EquityPlan_NotAllowed}.
    /// - One waits, else {EquityPlan_NothingWaits}.
    ///
    /// @param id The grant.
    function withdrawOffer(uint256 id) external;

    /// @notice Takes an offer: the price is paid to the holder in the same call, and all units go back to the plan. What vested units
    /// earned stays the holder's to claim. Units that wait for an exit are given up, unless it has come.
    ///
    /// @dev Emits {BoughtOut}, and {PriceShort}; {Shared} and {Freed} for each currency; `Votes`' events.
    ///
    /// Notes:
    /// - Nothing is withheld of the price.
    ///
    /// Requirements:
    /// - The caller is the holder, else {EquityPlan_NotAllowed}.
    /// - An offer waits, else {EquityPlan_NothingWaits}, is what the holder expects, else {EquityPlan_OtherOffer}, and its delay is over,
    ///   else {EquityPlan_TooEarly}.
    /// - The grant has units, else {EquityPlan_NothingLeft}: those that a leave took are not for sale.
    /// - The holder takes the payment, else {EquityPlan_PaymentFailed} or what the token says.
    ///
    /// @param id The grant.
    /// @param currency Of the offer.
    /// @param price Of the offer.
    function acceptOffer(uint256 id, address currency, uint96 price) external;

    /* CALLS */

    /// @notice Calls the units of a leaver, at the settings' multiple of what they earned in the last twelve periods, in every currency.
    ///
    /// @dev Emits {UnitsCalled} and {CallPaid}; {Shared} and {Freed} where money had arrived.
    ///
    /// Notes:
    /// - The prices are taken from the caller and owed to the holder at once, who claims them with all that the units had earned.
    /// - The units stay with the plan until the window is over: no one is paid what they earn. If an exit is in effect by then, the
    ///   holder is owed what they earned until the window after the exit is over, less the price; what is left is shared, or the
    ///   treasury's. So calling units ahead of an exit brings nothing.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}. Tokens must be approved to the plan.
    /// - The plan knows calls, else {EquityPlan_NotInSettings}; the holder has left, else {EquityPlan_HasNotLeft}, no longer ago than
    ///   `callWindow`, else {EquityPlan_TooLate}; no units of it wait for an exit, else {EquityPlan_WaitsForExit}; it has units, else
    ///   {EquityPlan_NothingLeft}, that were not called, else {EquityPlan_IsCalled}; no exit was declared, else {EquityPlan_IsExited}.
    /// - The plan shared money first twelve periods ago or more, in each currency in which it did, else {EquityPlan_TooFewPeriods}; the
    ///   price is above 0 in one, else {EquityPlan_ZeroAmount}.
    /// - The ETH sent is its price in ETH, else {EquityPlan_WrongValue}; all of each token arrives, else {EquityPlan_TransferMismatch}.
    ///
    /// @param id The grant.
    function callUnits(uint256 id) external payable;

    /// @notice Gives called units back to the plan once the window is over.
    ///
    /// @dev Emits {CallFinished}; {DifferenceOwed} for each currency where an exit came in time; {Shared} and {Freed}.
    ///
    /// Requirements:
    /// - Anyone may call. The units were called, else {EquityPlan_NothingWaits}, and the window is over: that after the call, or after
    ///   the exit where one came in it; else {EquityPlan_TooEarly}.
    ///
    /// @param id The grant.
    function finishCall(uint256 id) external;

    /* READING */

    /// @notice What calling a leaver's units would cost now, as far as money is shared.
    /// ```
    /// in each currency: ⌊⌊units × (level − max(level twelve periods ago, base)) ÷ 2^64⌋ × multiple ÷ 1e6⌋
    /// ```
    /// where `base` is the one before the leave.
    /// @dev Reverts with {EquityPlan_NotInSettings} where the plan knows no calls, and with {EquityPlan_TooFewPeriods} as `callUnits`.
    /// @param id The grant.
    /// @return prices By currency, in its smallest unit.
    function priceOf(uint256 id) external view returns (uint256[] memory prices);
}
