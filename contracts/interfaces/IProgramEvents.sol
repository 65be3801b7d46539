// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Line, Status } from "./Types.sol";

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

    /// @notice Emitted for every posted sale, with its lines.
    /// @param brought What stays with the program for standing lines and the residual. For a sale paid elsewhere the funds
    /// gave this and the sum of the lines; for one paid on chain, it is the rest of the payment.
    event SalePosted(
        bytes32 indexed saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        uint256 brought,
        Line[] lines
    );

    /// @notice Emitted for every refund.
    /// @param returned What goes back to whoever funded the sale.
    /// @param brought The part of `returned` that standing lines and the residual give back: `returned − Σ reversed`. It is
    /// 0 where the lines, rounded up, give back more than is returned; the difference then stays as residual.
    /// @param reversed What each line gives back, in the order of `SalePosted.lines`.
    event SaleRefunded(
        bytes32 indexed saleId,
        bytes32 indexed refundId,
        uint256 amount,
        uint256 returned,
        uint256 brought,
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

    /* ERRORS */

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
