// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeState, Line, Remedy, Status } from "./Types.sol";

/// @title What a program tells and what it refuses
interface IProgramEvents {
    /* EVENTS */

    /// @notice Emitted once, when the program is created.
    event TermsAgreed(bytes32 indexed termsHash, string name, string uri);

    /// @notice Emitted when a partner is enrolled. `number` names the partner in posted credits.
    event PartnerEnrolled(
        uint256 indexed number,
        address indexed wallet,
        string name,
        uint8 tier,
        uint40 joined,
        uint24 referrer
    );

    /// @notice Emitted when a partner's tier will change at the start of a period.
    event TierChanged(uint256 indexed number, uint8 tier, uint256 fromPeriod, string reason);

    /// @notice Emitted when a partner becomes active, suspended or left. Earned lines are not touched.
    event StatusChanged(uint256 indexed number, Status status, string reason);

    /// @notice Emitted when ETH arrives by plain transfer and counts as revenue of the program's first kind.
    event Received(uint256 amount);

    /// @notice Emitted when revenue that only standing lines and the residual share is paid in.
    event RevenuePaid(address indexed payer, uint8 kind, address currency, uint256 amount);

    /// @notice Emitted when plain transfers are counted as revenue of the program's first kind.
    event Synced(address indexed currency, uint256 amount);

    /// @notice Emitted when a customer pays a sale on chain, before the sale is attributed.
    event SalePaid(bytes32 indexed saleId, address indexed payer, uint8 kind, address currency, uint256 amount);

    /// @notice Emitted when a payment that was not attributed in time is counted as revenue, or goes back to its payer
    /// because the sale was posted as paid elsewhere.
    event PaymentReleased(bytes32 indexed saleId, address indexed payer, bool toPayer);

    /// @notice Emitted when the operator's funds grow, from which sales paid elsewhere are funded.
    event Funded(address indexed from, address indexed currency, uint256 amount);

    /// @notice Emitted when unused funds go back to the treasury.
    event FundsWithdrawn(address indexed currency, uint256 amount);

    /// @notice Emitted when a payment is used for its sale, before {SalePosted}.
    event PaymentUsed(bytes32 indexed saleId, address indexed payer);

    /// @notice Emitted for a batch of sales or refunds, before their own events, where the attributor commits to what they
    /// follow from.
    event EvidenceGiven(bytes32 indexed evidence);

    /// @notice Emitted for every posted sale, with its lines.
    /// @param setAside What stays with the program for standing lines and the residual. For a sale paid elsewhere the funds
    /// gave this and the sum of the lines; for one paid on chain, it is the rest of the payment.
    event SalePosted(
        bytes32 indexed saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        uint256 setAside,
        Line[] lines
    );

    /// @notice Emitted for every refund.
    /// @param returned What goes back to whoever funded the sale.
    /// @param setAside The part of `returned` that standing lines and the residual give back: `returned − Σ reversed`. It is
    /// 0 where the lines, rounded up, give back more than is returned; the difference then stays as residual.
    /// @param reversed What each line gives back, in the order of `SalePosted.lines`.
    event SaleRefunded(
        bytes32 indexed saleId,
        bytes32 indexed refundId,
        uint256 amount,
        uint256 returned,
        uint256 setAside,
        uint256[] reversed,
        string reason
    );

    /// @notice Emitted when what a standing line earned becomes its holder's to claim.
    event LineSettled(uint256 indexed line, address indexed holder, address indexed currency, uint256 amount);

    /// @notice Emitted when the operator's residual becomes the treasury's to claim.
    event ResidualSettled(address indexed currency, uint256 amount);

    /// @notice Emitted when a party is paid.
    event Claimed(address indexed party, address currency, uint256 amount);

    /// @notice Emitted after {Claimed} where the party signed for another address.
    event ClaimRedirected(address indexed party, address indexed to, address currency, uint256 amount);

    /// @notice Emitted when a payment among many failed. The party keeps its balance and can claim it to another address.
    event ClaimFailed(address indexed party, address indexed currency, uint256 amount);

    /// @notice Emitted after {Claimed} where a part of the payment went to the tax account's balance instead.
    event Withheld(address indexed party, address indexed taxAccount, address currency, uint256 amount);

    /* EVENTS OF PARTNERS */

    /// @notice Emitted when a partner accepts the terms in force.
    event TermsAccepted(uint256 indexed number, bytes32 termsHash);

    /// @notice Emitted when the operator attests a contribution score.
    event ScoreAttested(uint256 indexed number, uint32 score, bytes32 evidence);

    /// @notice Emitted when a milestone becomes a partner's to claim.
    event MilestoneReached(uint256 indexed number, uint256 indexed milestone, address currency, uint256 amount);

    /// @notice Emitted when a partner chooses what is withheld of its payments.
    event WithholdingSet(address indexed party, uint24 rate);

    /// @notice Emitted when a partner names who may move its wallet.
    event RecoverySet(address indexed party, address indexed recovery);

    /// @notice Emitted when a move of a partner's wallet is proposed, to be done from `movesAt` on.
    event MoveProposed(address indexed party, address indexed wallet, uint40 movesAt);

    /// @notice Emitted when a proposed move is taken back.
    event MoveCancelled(address indexed party, address indexed wallet);

    /// @notice Emitted when a partner is paid at another wallet from now on.
    event WalletMoved(address indexed party, address indexed wallet);

    /* EVENTS OF STANDING LINES */

    /// @notice Emitted when the reserve grows.
    event ReserveAdded(address indexed from, address indexed currency, uint256 amount);

    /// @notice Emitted when what is left of the reserve goes to the treasury.
    event ReserveWithdrawn(address indexed currency, uint256 amount);

    /// @notice Emitted when a period's guarantees, beyond what lines earned, were paid out of its residual and the reserve.
    event GuaranteesPaid(address indexed currency, uint256 indexed period, uint256 fromResidual, uint256 fromReserve);

    /// @notice Emitted when a guarantee could not be funded in whole; `arrears` is what the line now waits for.
    event ArrearsGrown(uint256 indexed line, address indexed currency, uint256 amount, uint256 arrears);

    /// @notice Emitted when arrears become the holder's to claim, out of the reserve.
    event ArrearsPaid(uint256 indexed line, address indexed holder, address indexed currency, uint256 amount);

    /// @notice Emitted when the operator or the holder agrees to end a line, or no longer does.
    event ExitAgreed(uint256 indexed line, address indexed by, bool agreed);

    /// @notice Emitted when the operator offers a price for a line.
    event BuyoutOffered(uint256 indexed line, address indexed currency, uint256 price);

    /// @notice Emitted when an offer goes back to the funds.
    event BuyoutWithdrawn(uint256 indexed line, address indexed currency, uint256 price);

    /// @notice Emitted when a holder sells its line; the price is the holder's to claim.
    event BuyoutAccepted(uint256 indexed line, address indexed holder, address indexed currency, uint256 price);

    /// @notice Emitted when the arbiter announces a remedy.
    event NoticeGiven(uint256 indexed line, Remedy remedy, uint40 until, string reason, bytes32 evidence);

    /// @notice Emitted when the arbiter takes a notice back.
    event NoticeWithdrawn(uint256 indexed line);

    /// @notice Emitted when a line will earn nothing more from `from` on.
    event LineEnded(uint256 indexed line, uint40 from);

    /// @notice Emitted when a line will earn nothing from `from` on until it is resumed.
    event LineSuspended(uint256 indexed line, uint40 from);

    /// @notice Emitted when a suspended line will earn again from `from` on.
    event LineResumed(uint256 indexed line, uint40 from);

    /* EVENTS OF AMENDMENTS */

    /// @notice Emitted when other terms are proposed, in force at `from` if no consent is then missing.
    event AmendmentProposed(bytes32 indexed termsHash, uint40 from, uint256 consents, string uri, bytes32 textHash);

    /// @notice Emitted for each standing line that a proposed amendment changes.
    event ConsentNeeded(uint256 indexed line, address indexed holder, bytes32 termsHash);

    /// @notice Emitted when a holder consents.
    event ConsentGiven(uint256 indexed line, address indexed holder, bytes32 termsHash);

    /// @notice Emitted when a proposed amendment is taken back.
    event AmendmentWithdrawn(bytes32 indexed termsHash);

    /* EVENTS OF DISPUTES */

    /// @notice Emitted when a sale's lines are frozen.
    /// @param frozen What each line leaves its partner's books with, in the order of `SalePosted.lines`.
    event SaleDisputed(
        bytes32 indexed saleId,
        uint256 indexed partner,
        uint40 deadline,
        uint256[] frozen,
        string reason,
        bytes32 evidence
    );

    /// @notice Emitted when a dispute ends.
    /// @param state How: the sale stands, is void, or has other partners.
    /// @param parties To whom each line's amount went: its partner's wallet. Empty where the sale is void.
    /// @param amounts What each line brought them.
    /// @param isFinal Whether the amounts are owed at once, because the sale's period is locked; else they are held again.
    /// @param returned What went back to whoever funded the sale.
    /// @param setAside The part of it that standing lines and the residual gave back.
    event DisputeSettled(
        bytes32 indexed saleId,
        DisputeState state,
        address[] parties,
        uint256[] amounts,
        bool isFinal,
        uint256 returned,
        uint256 setAside,
        string reason
    );

    /* ERRORS */

    /// @notice Thrown when the terms know no such thing: disputes, withholding, amendments, a milestone or a graduation.
    error Program_NotInTerms(string what);

    /// @notice Thrown when the caller is not the one who may do this.
    error Program_NotAllowed(address caller);

    /// @notice Thrown when the terms ask a partner to accept them, or to leave, before it is paid what it earned.
    error Program_NotAccepted(address party);

    /// @notice Thrown when another version of the terms is in force, or proposed, than the caller names.
    error Program_OtherTerms(bytes32 expected, bytes32 found);

    /// @notice Thrown when a partner has not reached what a tier or a milestone asks for.
    error Program_NotReached(uint256 number, string criterion, uint256 found, uint256 needed);

    /// @notice Thrown when a partner has this tier or a higher one, or was paid this milestone before.
    /// @param index Of the tier or the milestone.
    error Program_AlreadyReached(uint256 number, uint256 index);

    /// @notice Thrown when a rate is more than 100 %.
    error Program_RateTooHigh(uint256 rate);

    /// @notice Thrown when the reserve does not cover it.
    error Program_ReserveTooSmall(address currency, uint256 reserve, uint256 needed);

    /// @notice Thrown when the reserve still backs guaranteed lines.
    error Program_ReserveNeeded(address currency, uint256 line);

    /// @notice Thrown when no move, notice, offer or amendment waits.
    error Program_NothingWaits();

    /// @notice Thrown when a move, a notice or an amendment waits already.
    error Program_AlreadyWaits();

    /// @notice Thrown when a delay or a notice is not over.
    error Program_TooEarly(uint256 until);

    /// @notice Thrown when a deadline is over.
    error Program_TooLate(uint256 since);

    /// @notice Thrown when a standing line has ended or will, or is not in the state that is asked for.
    error Program_LineNotInForce(uint256 line);

    /// @notice Thrown when an offer is not what the holder expects.
    error Program_OtherOffer(uint256 line, address currency, uint256 price);

    /// @notice Thrown when an amendment changes what cannot be changed. `field` names it; `index` is its place in a list.
    error Program_NotAmendable(string field, uint256 index);

    /// @notice Thrown when a sale is in dispute or was before.
    error Program_AlreadyDisputed(bytes32 saleId);

    /// @notice Thrown when a sale was refunded in whole.
    error Program_NothingLeft(bytes32 saleId);

    /// @notice Thrown when no dispute of the sale is open.
    error Program_NotDisputed(bytes32 saleId);

    /// @notice Thrown when a partner has disputed as many sales in this period as the terms allow.
    error Program_TooManyDisputes(uint256 number, uint256 most);

    /// @notice Thrown when there is not one partner for each line.
    error Program_LinesMismatch(bytes32 saleId, uint256 partners, uint256 lines);

    /// @notice Thrown when an outcome is posted with another amount than the terms name, or beyond it in one period.
    error Program_OutcomeMismatch(bytes32 saleId, uint256 amount, uint256 allowed);

    /// @notice Thrown when more would be posted in one period than the terms allow.
    error Program_PostingLimit(address currency, uint256 posted, uint256 limit);

    /// @notice Thrown when the currency is not one of the program's.
    error Program_UnknownCurrency(address currency);

    /// @notice Thrown when the currency's index is not one of the program's.
    error Program_UnknownCurrencyIndex(uint256 index);

    /// @notice Thrown when the kind is not one of the program's.
    error Program_UnknownKind(uint256 kind);

    /// @notice Thrown when the tier is not one of the program's.
    error Program_UnknownTier(uint256 tier);

    /// @notice Thrown when a credit names a role that is not one of the program's.
    error Program_UnknownRole(bytes32 saleId, uint256 role);

    /// @notice Thrown when no partner has this number.
    error Program_UnknownPartner(uint256 number);

    /// @notice Thrown when the partner exists but cannot earn.
    error Program_PartnerNotActive(uint256 number, Status status);

    /// @notice Thrown when the wallet is enrolled already.
    error Program_AlreadyEnrolled(address wallet);

    /// @notice Thrown when the program has as many partners as it can number.
    error Program_TooManyPartners(uint256 most);

    /// @notice Thrown when an address that must not be zero is.
    error Program_ZeroAddress();

    /// @notice Thrown when an amount that must not be zero is.
    error Program_ZeroAmount();

    /// @notice Thrown when an amount is larger than the books can hold.
    error Program_AmountTooLarge(uint256 amount);

    /// @notice Thrown when the ETH sent is not the amount named, or is sent for a token.
    error Program_WrongValue(uint256 sent, uint256 expected);

    /// @notice Thrown when a sale's id is zero.
    error Program_ZeroSaleId();

    /// @notice Thrown when a sale with this id was posted before.
    error Program_SaleAlreadyPosted(bytes32 saleId);

    /// @notice Thrown when no sale has this id.
    error Program_UnknownSale(bytes32 saleId);

    /// @notice Thrown when a credit weighs nothing, or 2^32 or more.
    error Program_InvalidWeight(bytes32 saleId, uint256 partner, uint256 weight);

    /// @notice Thrown when the operator's funds do not cover what the posted sales owe.
    error Program_NotFunded(address currency, uint256 funds, uint256 owed);

    /// @notice Thrown when a sale is posted as paid on chain but no such payment waits.
    error Program_NotPaid(bytes32 saleId, address payer);

    /// @notice Thrown when a posted sale differs from its payment.
    error Program_PaymentMismatch(bytes32 saleId, uint256 paid, uint256 posted);

    /// @notice Thrown when there is not one payer for each sale.
    error Program_PayersMismatch(uint256 sales, uint256 payers);

    /// @notice Thrown when this payer paid this sale before.
    error Program_AlreadyPaid(bytes32 saleId, address payer);

    /// @notice Thrown when a payment may still be attributed.
    error Program_PaymentPending(bytes32 saleId, uint256 until);

    /// @notice Thrown when a refund with this id was made before.
    error Program_AlreadyRefunded(bytes32 refundId);

    /// @notice Thrown when a refund is larger than what is left of its sale.
    error Program_RefundTooLarge(bytes32 saleId, uint256 amount, uint256 left);

    /// @notice Thrown when a sale's lines are final.
    error Program_SaleLocked(bytes32 saleId, uint256 lockedSince);

    /// @notice Thrown when there is nothing to pay.
    error Program_NothingToClaim(address party, address currency);

    /// @notice Thrown when there is nothing to count.
    error Program_NothingToSync(address currency);

    /// @notice Thrown when no standing line has this index.
    error Program_UnknownLine(uint256 line);

    /// @notice Thrown when another than the program calls what it keeps for itself.
    error Program_NotItself(address caller);

    /// @notice Thrown when a payment in ETH does not succeed.
    error Program_PaymentFailed(address to, uint256 amount);

    /// @notice Thrown when a token's transfer moves another amount than it was told to.
    error Program_TransferMismatch(address token, uint256 expected, uint256 moved);

    /// @notice Thrown when a signature's time is over.
    error Program_SignatureExpired(uint256 deadline);

    /// @notice Thrown when the party did not sign.
    error Program_InvalidSignature(address party);
}
