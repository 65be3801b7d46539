// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Power, Status } from "./Types.sol";

/// @title What a program refuses
/// @notice Every refusal of a program and its modules, so that explorers and pages can tell it in words. Beside these there are
/// OpenZeppelin's: `ReentrancyGuardReentrantCall` where a recipient
/// calls back into what pays it, `InvalidInitialization`, `SafeERC20FailedOperation` where a token refuses.
interface IProgramErrors {
    /* CALLERS AND SIGNATURES */

    /// @notice Thrown when the caller is not the one who may do this.
    error Program_NotAllowed(address caller);

    /// @notice Thrown when the caller does not hold the power that this takes.
    error Program_PowerMissing(address caller, Power power);

    /// @notice Thrown when the arbiter that the guardian has suspended decides something.
    error Program_Suspended(uint256 until);

    /// @notice Thrown when the limits were reset in this period before.
    error Program_AlreadyReset(uint256 period);

    /// @notice Thrown when another than the program calls what it keeps for itself.
    error Program_NotItself(address caller);

    /// @notice Thrown when a signature's time is over.
    /// @param deadline The last second at which it counted.
    error Program_SignatureExpired(uint256 deadline);

    /// @notice Thrown when the party did not sign this, or signed it with a nonce that is spent.
    /// @param party Whose signature it would have to be.
    error Program_InvalidSignature(address party);

    /* NAMES AND NUMBERS THAT ARE NOT KNOWN */

    /// @notice Thrown when the terms know no such thing.
    /// @param what Names it: disputes, withholding, amendments, buyout, remedy, a milestone or a graduation.
    error Program_NotInTerms(string what);

    /// @notice Thrown when the currency is not one of the program's.
    error Program_UnknownCurrency(address currency);

    /// @notice Thrown when the currency's index is not one of the program's: ETH arrives where the program takes none.
    error Program_UnknownCurrencyIndex(uint256 index);

    /// @notice Thrown when the kind is not one of the program's, or is an outcome, which nobody pays in.
    error Program_UnknownKind(uint256 kind);

    /// @notice Thrown when the tier is not one of the program's.
    error Program_UnknownTier(uint256 tier);

    /// @notice Thrown when a credit names a role that is not one of the program's, or one that nobody is credited with.
    error Program_UnknownRole(bytes32 saleId, uint256 role);

    /// @notice Thrown when no partner has this number.
    error Program_UnknownPartner(uint256 number);

    /// @notice Thrown when no sale has this id.
    error Program_UnknownSale(bytes32 saleId);

    /// @notice Thrown when no standing line has this index.
    error Program_UnknownLine(uint256 line);

    /* AMOUNTS, ADDRESSES AND TIMES THAT CANNOT BE */

    /// @notice Thrown when an address that must not be zero is, or is the program's own.
    error Program_ZeroAddress();

    /// @notice Thrown when an amount that must not be zero is.
    error Program_ZeroAmount();

    /// @notice Thrown when a sale's id is zero.
    error Program_ZeroSaleId();

    /// @notice Thrown when an amount, or a time, is larger than the books can hold.
    error Program_AmountTooLarge(uint256 amount);

    /// @notice Thrown when a segment's revenue of one kind is more than its books can hold: 2^96 of the smallest unit.
    error Program_RevenueTooLarge(uint256 revenue);

    /// @notice Thrown when a party is owed more than its account can hold, 2^96 of the smallest unit, before it claims.
    error Program_OwedTooMuch(uint256 owed);

    /// @notice Thrown when a rate is more than 100 %.
    /// @param rate In ppm.
    error Program_RateTooHigh(uint256 rate);

    /// @notice Thrown when the ETH sent is not the amount named, or is sent for a token.
    error Program_WrongValue(uint256 sent, uint256 expected);

    /// @notice Thrown when a program is used before it begins.
    /// @param start When period 0 begins.
    /// @param time The time that was asked for.
    error Program_NotStarted(uint256 start, uint256 time);

    /// @notice Thrown when a delay or a notice is not over.
    /// @param until When it is.
    error Program_TooEarly(uint256 until);

    /// @notice Thrown when a deadline is over.
    /// @param since When it was.
    error Program_TooLate(uint256 since);

    /// @notice Thrown when no move, notice, offer or amendment waits.
    error Program_NothingWaits();

    /// @notice Thrown when a move, a notice or an amendment waits already.
    error Program_AlreadyWaits();

    /* SALES */

    /// @notice Thrown when a lane is not open, or is none that can be opened.
    error Program_UnknownLane(uint256 lane);

    /// @notice Thrown when a lane is open already.
    error Program_LaneOpen(uint256 lane);

    /// @notice Thrown when a batch follows another one than the last of its lane: it was posted already, or others were since.
    /// @param head The lane's head.
    error Program_OtherHead(uint256 lane, uint256 head);

    /// @notice Thrown when a window begins before the last one of its lane ended or the lane begins, is empty, or ends later than
    /// now.
    /// @param earliest When the next window of the lane may begin.
    error Program_InvalidWindow(uint256 from, uint256 until, uint256 earliest);

    /// @notice Thrown when a sale occurred outside its batch's window.
    error Program_OutsideWindow(bytes32 saleId, uint256 time);

    /// @notice Thrown when a batch is not written as the program reads it: without sales, cut off, with something behind the last
    /// one, with partners or ids that do not rise, or with a credit of none of its partners.
    /// @param offset In bytes, where the mistake was found.
    error Program_InvalidBatch(uint256 offset);

    /// @notice Thrown when a line goes to a referrer or a pool that is not among the batch's partners.
    error Program_NotInBatch(uint256 number);

    /// @notice Thrown when a sale with this id was posted before.
    error Program_SaleAlreadyPosted(bytes32 saleId);

    /// @notice Thrown when a credit weighs nothing.
    error Program_InvalidWeight(bytes32 saleId, uint256 role);

    /// @notice Thrown when a sale has more lines than one sale can hold.
    /// @param most 33.
    error Program_TooManyLines(bytes32 saleId, uint256 most);

    /// @notice Thrown when the program is older than a sale's record can tell: 2^20 segments.
    error Program_TooOld(uint256 segment);

    /// @notice Thrown when an outcome is posted with another amount than the terms name, or beyond it in one period.
    /// @param allowed The amount of the terms, or what of it is left in this period.
    error Program_OutcomeMismatch(bytes32 saleId, uint256 amount, uint256 allowed);

    /// @notice Thrown when more would be posted in one period than the terms allow.
    /// @param posted What the period's sales would then be.
    error Program_PostingLimit(address currency, uint256 posted, uint256 limit);

    /// @notice Thrown when the operator's funds do not cover what is to be taken from them.
    /// @param owed What that is: for posted sales their lines and what they set aside.
    error Program_NotFunded(address currency, uint256 funds, uint256 owed);

    /// @notice Thrown when a sale is posted as paid on chain, or a payment released, but no such payment waits.
    error Program_NotPaid(bytes32 saleId, address payer);

    /// @notice Thrown when a posted sale differs from its payment in kind, currency or amount.
    error Program_PaymentMismatch(bytes32 saleId, uint256 paid, uint256 posted);

    /// @notice Thrown when this payer paid this sale before.
    error Program_AlreadyPaid(bytes32 saleId, address payer);

    /// @notice Thrown when a payment may still be attributed.
    /// @param until When it can be released.
    error Program_PaymentPending(bytes32 saleId, uint256 until);

    /* REFUNDS AND DISPUTES */

    /// @notice Thrown when two sales are no duplicates, or stand in the other order.
    error Program_NotDuplicate(bytes32 saleId);

    /// @notice Thrown when a refund is larger than what is left of its sale.
    error Program_RefundTooLarge(bytes32 saleId, uint256 amount, uint256 left);

    /// @notice Thrown when a sale's lines are final.
    error Program_SaleLocked(bytes32 saleId, uint256 lockedSince);

    /// @notice Thrown when a sale was refunded in whole.
    error Program_NothingLeft(bytes32 saleId);

    /// @notice Thrown when the attributor would refund more in this period than the terms allow it to.
    error Program_RefundLimit(address currency, uint256 refunded, uint256 limit);

    /// @notice Thrown when a partner disputes a sale that it has disputed already, or one that a dispute has made void or given to others;
    /// and when a duplicate is in dispute or was before.
    error Program_AlreadyDisputed(bytes32 saleId);

    /// @notice Thrown when no dispute of the sale is open.
    error Program_NotDisputed(bytes32 saleId);

    /// @notice Thrown when a partner has disputed as many sales in this period as the terms allow, or as many have disputed a sale as can.
    error Program_TooManyDisputes(uint256 number, uint256 most);

    /// @notice Thrown when a partner disputes a sale that was posted before it was enrolled.
    error Program_PostedBefore(uint256 number, bytes32 saleId);

    /// @notice Thrown when a disputed sale would go to a partner that neither was credited on it nor has disputed it.
    error Program_NotInDispute(bytes32 saleId, uint256 number);

    /// @notice Thrown when there is not one partner for each line of the sale.
    error Program_LinesMismatch(bytes32 saleId, uint256 partners, uint256 lines);

    /* PARTNERS */

    /// @notice Thrown when the partner exists but cannot earn, or cannot come into the status that is asked for.
    error Program_PartnerNotActive(uint256 number, Status status);

    /// @notice Thrown when the wallet is enrolled already, or holds a pool.
    error Program_AlreadyEnrolled(address wallet);

    /// @notice Thrown when the program has as many partners as it can number.
    error Program_TooManyPartners(uint256 most);

    /// @notice Thrown when a payment among many failed for which the call had not left the gas that it is promised.
    /// @param promised What the recipient of a payment may use.
    error Program_GasTooLow(uint256 promised);

    /// @notice Thrown when an act cannot be signed for others to post.
    /// @param selector Of the function.
    error Program_NotSignable(bytes4 selector);

    /// @notice Thrown when the terms ask a partner to accept them, or to leave, before it is paid what it earned.
    error Program_NotAccepted(address party);

    /// @notice Thrown when another version of the terms is in force, or proposed, than the caller names.
    error Program_OtherTerms(bytes32 expected, bytes32 found);

    /// @notice Thrown when a partner has not reached what a tier or a milestone asks for.
    /// @param criterion Which: earned, sales, months or score.
    error Program_NotReached(uint256 number, string criterion, uint256 found, uint256 needed);

    /// @notice Thrown when a partner has this tier or a higher one, or was paid this milestone before.
    /// @param index Of the tier or the milestone.
    error Program_AlreadyReached(uint256 number, uint256 index);

    /* STANDING LINES, THE RESERVE AND AMENDMENTS */

    /// @notice Thrown when a standing line has ended or will, or is not in the state that is asked for.
    error Program_LineNotInForce(uint256 line);

    /// @notice Thrown when a standing line was suspended as often as it can be: it can be ended, or left alone.
    error Program_TooManySuspensions(uint256 line, uint256 most);

    /// @notice Thrown when an offer is not what the holder expects.
    /// @param currency Of the offer as it is.
    /// @param price Of the offer as it is.
    error Program_OtherOffer(uint256 line, address currency, uint256 price);

    /// @notice Thrown when a reserve does not cover it.
    error Program_ReserveTooSmall(address currency, uint256 reserve, uint256 needed);

    /// @notice Thrown when a reserve still backs its guaranteed line.
    /// @param line The line.
    error Program_ReserveNeeded(address currency, uint256 line);

    /// @notice Thrown when an amendment changes what cannot be changed.
    /// @param field Names it.
    /// @param index Its place in a list.
    error Program_NotAmendable(string field, uint256 index);

    /* PAYMENTS */

    /// @notice Thrown when there is nothing to pay.
    error Program_NothingToClaim(address party, address currency);

    /// @notice Thrown when there is nothing to count.
    error Program_NothingToSync(address currency);

    /// @notice Thrown when a payment in ETH does not succeed.
    error Program_PaymentFailed(address to, uint256 amount);

    /// @notice Thrown when a token's transfer moves another amount than it was told to.
    error Program_TransferMismatch(address token, uint256 expected, uint256 moved);
}
