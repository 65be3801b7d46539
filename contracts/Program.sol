// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Claims } from "./parts/Claims.sol";
import { IProgramSales } from "./interfaces/IProgramSales.sol";
import { IProgramAmendments } from "./interfaces/IProgramAmendments.sol";
import { IProgramDesk } from "./interfaces/IProgramDesk.sol";
import { IProgramDisputes } from "./interfaces/IProgramDisputes.sol";
import { IProgramExits } from "./interfaces/IProgramExits.sol";
import { IProgramLines } from "./interfaces/IProgramLines.sol";
import { IProgramPartners } from "./interfaces/IProgramPartners.sol";
import {
    Amendment,
    Bucket,
    Dispute,
    Enrollment,
    LineProgress,
    LineState,
    Membership,
    NamedLine,
    Partner,
    Payout,
    Progress,
    Refund,
    Remedy,
    Sale,
    Solvency,
    Statement,
    Status,
    Terms
} from "./interfaces/Types.sol";

/// @title One revenue-share deal
/// @notice The code that every program runs. A program is a minimal proxy to it that carries its terms as immutable
/// arguments in its own code; there is no admin of the proxy and no way to change either.
/// @dev Money comes in and goes out here. What concerns sales, disputes, partners, standing lines and the terms is in a part
/// each: their code runs on the program's storage, for one contract would be over the size that EIP-170 allows. Their
/// addresses are fixed when this code is deployed. All parts declare their storage in `ProgramBase` alone.
contract Program is Initializable, Claims {
    /// @notice The code that knows sales.
    address public immutable sales;

    /// @notice The code that knows refunds and disputes.
    address public immutable disputes;

    /// @notice The code that knows partners.
    address public immutable partners;

    /// @notice The code that knows standing lines and the residual.
    address public immutable lines;

    /// @notice The code that knows how standing lines end.
    address public immutable exits;

    /// @notice The code that knows amendments.
    address public immutable amendments;

    /// @notice The code that reads the terms and the books.
    address public immutable desk;

    constructor(
        address sales_,
        address disputes_,
        address partners_,
        address lines_,
        address exits_,
        address amendments_,
        address desk_
    ) EIP712("Tributary", "1") {
        sales = sales_;
        disputes = disputes_;
        partners = partners_;
        lines = lines_;
        exits = exits_;
        amendments = amendments_;
        desk = desk_;
        _disableInitializers();
    }

    /// @notice Appoints the roles that the terms name and announces the terms. Once, by the factory at creation.
    function initialize(string calldata) external {
        _runAt(desk);
    }

    /* SALES */

    /// @inheritdoc IProgramSales
    function paySale(bytes32, uint8, address, uint256) external payable {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function releasePayment(bytes32, address) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function post(address, Sale[] calldata, bytes32) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function postPaid(address, Sale[] calldata, address[] calldata, bytes32) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function preview(address, Sale calldata) external view returns (NamedLine[] memory) {
        _readAt(sales);
    }

    /* REFUNDS AND DISPUTES */

    /// @inheritdoc IProgramDisputes
    function refund(Refund[] calldata, bytes32) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function dispute(bytes32, string calldata, bytes32) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function upholdSale(bytes32, string calldata) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function voidSale(bytes32, string calldata) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function reattributeSale(bytes32, uint256[] calldata, string calldata) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function closeDispute(bytes32) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function disputeOf(bytes32) external view returns (Dispute memory) {
        _readAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function frozenOf(address) external view returns (uint256) {
        _readAt(disputes);
    }

    /* PARTNERS */

    /// @inheritdoc IProgramPartners
    function enroll(Enrollment[] calldata) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function enrollSigned(Enrollment calldata, uint256, bytes calldata) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function accept(bytes32) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function leaveProgram(string calldata) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function setStatus(uint256, Status, string calldata) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function setTier(uint256, uint8, string calldata) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function attest(uint256, uint32, bytes32) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function graduate(uint256, uint8, address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function reachMilestone(uint256, uint256, address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function countProgress(uint256, address) external returns (Progress memory) {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function setWithholding(address, uint24) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function setRecovery(address, address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function proposeMove(address, address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function cancelMove(address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function finishMove(address) external {
        _runAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function partnerAt(uint256) external view returns (Partner memory) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function membershipOf(address) external view returns (Membership memory) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function partnerCount() external view returns (uint256, uint256) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function payoutOf(address) external view returns (Payout memory) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function withheldOf(address, address) external view returns (uint256) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function progressOf(uint256, address) external view returns (Progress memory) {
        _readAt(partners);
    }

    /// @inheritdoc IProgramPartners
    function milestonesOf(uint256) external view returns (uint256) {
        _readAt(partners);
    }

    /* STANDING LINES AND THE RESIDUAL */

    /// @inheritdoc IProgramLines
    function claimLine(uint256, address) external returns (uint256) {
        _runAt(lines);
    }

    /// @inheritdoc IProgramLines
    function settleLine(uint256, address) external returns (uint256) {
        _runAt(lines);
    }

    /// @inheritdoc IProgramLines
    function claimResidual(address, uint256) external returns (uint256) {
        _runAt(lines);
    }

    /// @inheritdoc IProgramLines
    function addReserve(address, uint256) external payable {
        _runAt(lines);
    }

    /// @inheritdoc IProgramLines
    function withdrawReserve(address, uint256) external {
        _runAt(lines);
    }

    /// @inheritdoc IProgramLines
    function lineEarnings(uint256, address) external view returns (uint256, uint256) {
        _readAt(lines);
    }

    /// @inheritdoc IProgramLines
    function residualEarnings(address, uint256) external view returns (uint256) {
        _readAt(lines);
    }

    /// @inheritdoc IProgramLines
    function lineProgress(uint256, address) external view returns (LineProgress memory) {
        _readAt(lines);
    }

    /// @inheritdoc IProgramLines
    function reserveOf(address) external view returns (uint256) {
        _readAt(lines);
    }

    /* ENDS OF STANDING LINES */

    /// @inheritdoc IProgramExits
    function agreeExit(uint256, bool) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function offerBuyout(uint256, address, uint96) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function withdrawBuyout(uint256) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function acceptBuyout(uint256, address, uint96) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function giveNotice(uint256, Remedy, string calldata, bytes32) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function withdrawNotice(uint256) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function executeNotice(uint256) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function resumeLine(uint256) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function lineState(uint256) external view returns (LineState memory) {
        _readAt(exits);
    }

    /* AMENDMENTS */

    /// @inheritdoc IProgramAmendments
    function proposeAmendment(Terms calldata, string calldata, bytes32) external {
        _runAt(amendments);
    }

    /// @inheritdoc IProgramAmendments
    function consent(uint256, bytes32) external {
        _runAt(amendments);
    }

    /// @inheritdoc IProgramAmendments
    function withdrawAmendment() external {
        _runAt(amendments);
    }

    /// @inheritdoc IProgramAmendments
    function amendment() external view returns (Amendment memory) {
        _readAt(amendments);
    }

    /// @inheritdoc IProgramAmendments
    function amendedTerms() external view returns (Terms memory) {
        _readAt(amendments);
    }

    /* TERMS AND BOOKS */

    /// @inheritdoc IProgramDesk
    function terms() external view returns (Terms memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function termsHash() external view returns (bytes32) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function currentPeriod() external view returns (uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function periodTimes(uint256) external view returns (uint256, uint256, uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function saleLines(bytes32) external view returns (NamedLine[] memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function saleOf(bytes32) external view returns (uint256, uint256, uint8, address, uint256, uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function statement(address, address, uint256) external view returns (Statement memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function account(address, address) external view returns (Statement memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function claimable(address, address) external view returns (uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function solvency() external view returns (Solvency[] memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function bucketAt(address, uint8, uint256) external view returns (Bucket memory) {
        _readAt(desk);
    }

    /* PARTS */

    /// @dev Runs the call as `part` and ends it with the part's answer.
    function _runAt(address part) private {
        // Not memory-safe by the compiler's rules, and need not be: the call ends here, whatever memory holds.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    /// @dev The same for functions that the part declares as view: its code changes nothing there, and a static call stays
    /// static in a delegated one. The compiler knows no delegated call in a view function but that of a library.
    function _readAt(address part) private view {
        function(address) internal view read;
        function(address) internal write = _runAt;
        // Memory-safe: copies one function pointer.
        assembly ("memory-safe") {
            read := write
        }
        read(part);
        // Not reached; it tells the compiler that no function returns from here.
        // solhint-disable-next-line gas-custom-errors
        revert();
    }
}
