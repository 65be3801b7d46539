// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower } from "./EquityTypes.sol";

/// @title What an equity plan refuses
/// @notice Every refusal of a plan, its modules and its factory. Beside these there are OpenZeppelin's: `ReentrancyGuardReentrantCall`
/// where a recipient calls back into what pays it, `SafeERC20FailedOperation` where a token refuses, and those of `Votes`.
interface IEquityErrors {
    /// @notice Thrown when settings cannot be.
    /// @param field Names it.
    /// @param index Its place in a list.
    error EquityPlan_InvalidSettings(string field, uint256 index);

    /* CALLERS AND SIGNATURES */

    /// @notice Thrown when the caller is not the one who may do this.
    error EquityPlan_NotAllowed(address caller);

    /// @notice Thrown when the caller does not hold the power that this takes.
    error EquityPlan_PowerMissing(address caller, PlanPower power);

    /// @notice Thrown when another than the plan calls what it keeps for itself.
    error EquityPlan_NotItself(address caller);

    /// @notice Thrown when a signature's time is over.
    /// @param deadline The last second at which it counted.
    error EquityPlan_SignatureExpired(uint256 deadline);

    /// @notice Thrown when the signer did not sign this, or signed it with a nonce that is spent.
    error EquityPlan_InvalidSignature(address signer);

    /// @notice Thrown when an act cannot be signed for others to post.
    /// @param selector Of the function.
    error EquityPlan_NotSignable(bytes4 selector);

    /* NAMES, NUMBERS AND TIMES */

    /// @notice Thrown when the settings know no such thing.
    /// @param what Names it: calls, withholding or silence.
    error EquityPlan_NotInSettings(string what);

    /// @notice Thrown when the currency is not one of the plan's.
    error EquityPlan_UnknownCurrency(address currency);

    /// @notice Thrown when the plan has no such class.
    error EquityPlan_UnknownClass(uint256 class);

    /// @notice Thrown when no grant has this number.
    error EquityPlan_UnknownGrant(uint256 id);

    /// @notice Thrown when an address that must not be zero is, or is the plan's own.
    error EquityPlan_ZeroAddress();

    /// @notice Thrown when an amount, or a number of units, that must not be zero is.
    error EquityPlan_ZeroAmount();

    /// @notice Thrown when an amount is larger than the books can hold: 2^96 of the smallest unit.
    error EquityPlan_AmountTooLarge(uint256 amount);

    /// @notice Thrown when a rate is more than 100 %, or on the wrong side of the one before.
    /// @param rate In ppm.
    /// @param limit The least or the most that is allowed.
    error EquityPlan_RateNotAllowed(uint256 rate, uint256 limit);

    /// @notice Thrown when the ETH sent is not the amount named, or is sent for a token.
    error EquityPlan_WrongValue(uint256 sent, uint256 expected);

    /// @notice Thrown when a delay or a notice is not over, or shorter than the settings' allow.
    /// @param until When it is, or the earliest time.
    error EquityPlan_TooEarly(uint256 until);

    /// @notice Thrown when the time for something is over.
    /// @param since When it was.
    error EquityPlan_TooLate(uint256 since);

    /// @notice Thrown when no move, notice, offer, exit or proposal waits.
    error EquityPlan_NothingWaits();

    /// @notice Thrown when a move, an earlier notice or an exit waits already.
    error EquityPlan_AlreadyWaits();

    /* GRANTS */

    /// @notice Thrown when more units would be granted than are free.
    error EquityPlan_NotAuthorised(uint256 units, uint256 free);

    /// @notice Thrown when the holder has left.
    error EquityPlan_HasLeft(uint256 id);

    /// @notice Thrown when the holder has not left.
    error EquityPlan_HasNotLeft(uint256 id);

    /// @notice Thrown when a grant has no units any more.
    error EquityPlan_NothingLeft(uint256 id);

    /// @notice Thrown when a grant's clock stands still already.
    error EquityPlan_IsPaused(uint256 id);

    /// @notice Thrown when a grant's clock runs.
    error EquityPlan_NotPaused(uint256 id);

    /// @notice Thrown when a grant's clock has stood still as long as it can.
    error EquityPlan_PauseLimit(uint256 id, uint256 limit);

    /// @notice Thrown when units that wait for an exit would be called or sold.
    /// @param until When they are lost if none comes.
    error EquityPlan_WaitsForExit(uint256 id, uint256 until);

    /// @notice Thrown when units were called and wait for an exit.
    error EquityPlan_IsCalled(uint256 id);

    /// @notice Thrown when an exit was declared.
    /// @param date When it is in effect.
    error EquityPlan_IsExited(uint256 date);

    /// @notice Thrown when an offer is not what the holder expects.
    /// @param currency Of the offer as it is.
    /// @param price Of the offer as it is.
    error EquityPlan_OtherOffer(uint256 id, address currency, uint256 price);

    /// @notice Thrown when units are called before the plan has shared money for twelve periods.
    /// @param period The first one in which it did.
    error EquityPlan_TooFewPeriods(address currency, uint256 period);

    /* SOURCES */

    /// @notice Thrown when an address is no program of the code that the plan knows.
    error EquityPlan_NotAProgram(address program);

    /// @notice Thrown when the plan does not hold the line.
    error EquityPlan_NotTheHolder(address program, uint256 line);

    /// @notice Thrown when the plan pulls from as many lines as it can, or from this one.
    error EquityPlan_NoMoreSources(uint256 most);

    /// @notice Thrown when a source still owes the plan locked money: pull it by hand first.
    error EquityPlan_SourceOwes(address program, uint256 line, address currency);

    /// @notice Thrown when the call has not left the gas that a source or a recipient is promised.
    error EquityPlan_GasTooLow(uint256 promised);

    /// @notice Thrown when a token does not tell its balance, or tells one that the books cannot hold.
    error EquityPlan_NotCounted(address currency);

    /* PAYMENTS */

    /// @notice Thrown when there is nothing to pay.
    error EquityPlan_NothingToClaim(uint256 id, address currency);

    /// @notice Thrown when a payment in ETH does not succeed.
    error EquityPlan_PaymentFailed(address to, uint256 amount);

    /// @notice Thrown when a token's transfer moves another amount than it was told to.
    error EquityPlan_TransferMismatch(address token, uint256 expected, uint256 moved);
}
