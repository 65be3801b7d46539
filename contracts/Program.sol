// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Claims } from "./base/Claims.sol";
import { Payments } from "./base/Payments.sol";
import { IProgram } from "./interfaces/IProgram.sol";
import { IProgramSales } from "./interfaces/IProgramSales.sol";
import { IProgramAmendments } from "./interfaces/IProgramAmendments.sol";
import { IProgramViews } from "./interfaces/IProgramViews.sol";
import { IProgramCreation } from "./interfaces/IProgramCreation.sol";
import { IProgramDisputes } from "./interfaces/IProgramDisputes.sol";
import { IProgramExits } from "./interfaces/IProgramExits.sol";
import { IProgramHistory } from "./interfaces/IProgramHistory.sol";
import { IProgramLines } from "./interfaces/IProgramLines.sol";
import { IProgramPartners } from "./interfaces/IProgramPartners.sol";
import { IProgramTiers } from "./interfaces/IProgramTiers.sol";
import { IProgramWallets } from "./interfaces/IProgramWallets.sol";
import { Terms } from "./interfaces/TermsTypes.sol";
import {
    Amendment,
    Bucket,
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
    SaleState,
    ShownSale,
    Solvency,
    Statement,
    Status
} from "./interfaces/Types.sol";

/// @title One revenue-share deal
/// @notice The code that every program runs. A program is a minimal proxy to it that carries its terms as immutable
/// arguments in its own code; there is no admin of the proxy and no way to change either.
/// @dev Money comes in and goes out here. What concerns sales, disputes, partners, standing lines and the terms is in a module
/// each: its code runs on the program's storage, for one contract would be over the size that EIP-170 allows. Their
/// addresses are fixed when this code is deployed. All storage is declared in `ProgramStorage` alone.
contract Program is Initializable, Claims, Payments {
    /// @inheritdoc IProgram
    address public immutable sales;

    /// @inheritdoc IProgram
    address public immutable disputes;

    /// @inheritdoc IProgram
    address public immutable partners;

    /// @inheritdoc IProgram
    address public immutable lines;

    /// @inheritdoc IProgram
    address public immutable exits;

    /// @inheritdoc IProgram
    address public immutable amendments;

    /// @inheritdoc IProgram
    address public immutable views;

    /// @dev For functions without a body: `module` runs the call and answers it. Four have one, which the compiler would have
    /// share code with another at 44 gas a call. Structs and lists that it answers are declared as calldata, for the compiler
    /// would make empty ones in memory first.
    modifier use(address module) {
        _;
        _runAt(module);
    }

    /// @dev The same for functions that change nothing.
    modifier useView(address module) {
        _;
        _readAt(module);
    }

    constructor(
        address sales_,
        address disputes_,
        address partners_,
        address lines_,
        address exits_,
        address amendments_,
        address views_
    ) EIP712("Tributary", "1") {
        sales = sales_;
        disputes = disputes_;
        partners = partners_;
        lines = lines_;
        exits = exits_;
        amendments = amendments_;
        views = views_;
        _disableInitializers();
    }

    /// @inheritdoc IProgramCreation
    function initialize(string calldata) external use(views) {}

    /* SALES */

    /// @inheritdoc IProgramSales
    function openLane(uint256, uint40) external use(sales) {}

    /// @inheritdoc IProgramSales
    function laneOf(uint256, address) external view useView(sales) returns (uint256, uint256, uint256) {}

    /// @inheritdoc IProgramSales
    function post(address, uint256, uint256, uint256, uint256, bytes32, bytes calldata) external use(sales) {}

    /// @inheritdoc IProgramSales
    function preview(address, bytes calldata) external view useView(sales) returns (NamedLine[] calldata) {}

    /* REFUNDS, DISPUTES, DUPLICATES */

    /// @inheritdoc IProgramDisputes
    function refund(Refund[] calldata, bytes32) external use(disputes) {}

    /// @inheritdoc IProgramDisputes
    function dispute(ShownSale calldata, string calldata, bytes32) external use(disputes) {}

    /// @inheritdoc IProgramDisputes
    function upholdSale(ShownSale calldata, string calldata) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function voidSale(ShownSale calldata, string calldata) external {
        _runAt(disputes);
    }

    /// @inheritdoc IProgramDisputes
    function reattributeSale(ShownSale calldata, uint256[] calldata, string calldata) external use(disputes) {}

    /// @inheritdoc IProgramDisputes
    function closeDispute(ShownSale calldata) external use(disputes) {}

    /// @inheritdoc IProgramDisputes
    function voidDuplicate(ShownSale calldata, ShownSale calldata) external use(disputes) {}

    /// @inheritdoc IProgramDisputes
    function stateOf(uint256, uint256) external view useView(disputes) returns (SaleState calldata) {}

    /// @inheritdoc IProgramDisputes
    function saleAt(
        ShownSale calldata
    ) external view useView(disputes) returns (uint256, uint256, uint256, address, uint256, uint256) {}

    /// @inheritdoc IProgramDisputes
    function describeSale(ShownSale calldata) external view useView(disputes) returns (NamedLine[] calldata) {}

    /// @inheritdoc IProgramDisputes
    function rootOf(uint256) external view useView(disputes) returns (bytes32) {}

    /// @inheritdoc IProgramDisputes
    function batchCount() external view useView(disputes) returns (uint256) {}

    /// @inheritdoc IProgramDisputes
    function frozenOf(address) external view useView(disputes) returns (uint256) {}

    /* PARTNERS */

    /// @inheritdoc IProgramPartners
    function enroll(Enrollment[] calldata) external use(partners) {}

    /// @inheritdoc IProgramPartners
    function enrollSigned(Enrollment calldata, uint256, bytes calldata) external use(partners) {}

    /// @inheritdoc IProgramPartners
    function accept(bytes32) external use(partners) {}

    /// @inheritdoc IProgramPartners
    function leaveProgram(string calldata) external use(partners) {}

    /// @inheritdoc IProgramPartners
    function setStatus(uint256, Status, string calldata) external use(partners) {}

    /// @inheritdoc IProgramTiers
    function setTier(uint256, uint8, string calldata) external use(partners) {}

    /// @inheritdoc IProgramTiers
    function attest(uint256, uint32, bytes32) external use(partners) {}

    /// @inheritdoc IProgramTiers
    function graduate(uint256, uint8, address) external use(partners) {}

    /// @inheritdoc IProgramTiers
    function reachMilestone(uint256, uint256, address) external use(partners) {}

    /// @inheritdoc IProgramTiers
    function countProgress(uint256, address) external use(partners) returns (Progress calldata) {}

    /// @inheritdoc IProgramWallets
    function setWithholding(address, uint24) external use(partners) {}

    /// @inheritdoc IProgramWallets
    function setRecovery(address, address) external use(partners) {}

    /// @inheritdoc IProgramWallets
    function proposeMove(address, address) external use(partners) {}

    /// @inheritdoc IProgramWallets
    function cancelMove(address) external use(partners) {}

    /// @inheritdoc IProgramWallets
    function finishMove(address) external use(partners) {}

    /// @inheritdoc IProgramPartners
    function partnerAt(uint256) external view useView(partners) returns (Partner calldata) {}

    /// @inheritdoc IProgramPartners
    function membershipOf(address) external view useView(partners) returns (Membership calldata) {}

    /// @inheritdoc IProgramPartners
    function partnerCount() external view useView(partners) returns (uint256, uint256) {}

    /// @inheritdoc IProgramWallets
    function payoutOf(address) external view useView(partners) returns (Payout calldata) {}

    /// @inheritdoc IProgramWallets
    function withheldOf(address, address) external view useView(partners) returns (uint256) {}

    /// @inheritdoc IProgramTiers
    function progressOf(uint256, address) external view useView(partners) returns (Progress calldata) {}

    /// @inheritdoc IProgramTiers
    function milestonesOf(uint256) external view useView(partners) returns (uint256) {}

    /* STANDING LINES AND THE RESIDUAL */

    /// @inheritdoc IProgramLines
    function claimLine(uint256, address) external use(lines) returns (uint256) {}

    /// @inheritdoc IProgramLines
    function settleLine(uint256, address) external use(lines) returns (uint256) {}

    /// @inheritdoc IProgramLines
    function claimResidual(address, uint256) external use(lines) returns (uint256) {}

    /// @inheritdoc IProgramLines
    function addReserve(address, uint256) external payable use(lines) {}

    /// @inheritdoc IProgramLines
    function withdrawReserve(address, uint256) external use(lines) {}

    /// @inheritdoc IProgramLines
    function lineEarnings(uint256, address) external view useView(lines) returns (uint256, uint256) {}

    /// @inheritdoc IProgramLines
    function residualEarnings(address, uint256) external view useView(lines) returns (uint256) {}

    /// @inheritdoc IProgramLines
    function lineProgress(uint256, address) external view useView(lines) returns (LineProgress calldata) {}

    /// @inheritdoc IProgramLines
    function reserveOf(address) external view useView(lines) returns (uint256) {}

    /* ENDS OF STANDING LINES */

    /// @inheritdoc IProgramExits
    function agreeExit(uint256, bool) external use(exits) {}

    /// @inheritdoc IProgramExits
    function offerBuyout(uint256, address, uint96) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function withdrawBuyout(uint256) external use(exits) {}

    /// @inheritdoc IProgramExits
    function acceptBuyout(uint256, address, uint96) external {
        _runAt(exits);
    }

    /// @inheritdoc IProgramExits
    function giveNotice(uint256, Remedy, string calldata, bytes32) external use(exits) {}

    /// @inheritdoc IProgramExits
    function withdrawNotice(uint256) external use(exits) {}

    /// @inheritdoc IProgramExits
    function executeNotice(uint256) external use(exits) {}

    /// @inheritdoc IProgramExits
    function resumeLine(uint256) external use(exits) {}

    /// @inheritdoc IProgramExits
    function lineState(uint256) external view useView(exits) returns (LineState calldata) {}

    /* AMENDMENTS */

    /// @inheritdoc IProgramAmendments
    function proposeAmendment(Terms calldata, string calldata, bytes32) external use(amendments) {}

    /// @inheritdoc IProgramAmendments
    function consent(uint256, bytes32) external use(amendments) {}

    /// @inheritdoc IProgramAmendments
    function withdrawAmendment() external use(amendments) {}

    /// @inheritdoc IProgramAmendments
    function amendment() external view useView(amendments) returns (Amendment calldata) {}

    /// @inheritdoc IProgramAmendments
    function amendedTerms() external view useView(amendments) returns (Terms calldata) {}

    /* TERMS AND BOOKS */

    /// @inheritdoc IProgramViews
    function terms() external view useView(views) returns (Terms calldata) {}

    /// @inheritdoc IProgramViews
    function termsHash() external view useView(views) returns (bytes32) {}

    /// @inheritdoc IProgramViews
    function currentPeriod() external view useView(views) returns (uint256) {}

    /// @inheritdoc IProgramViews
    function periodTimes(uint256) external view useView(views) returns (uint256, uint256, uint256) {}

    /// @inheritdoc IProgramHistory
    function history() external view useView(views) returns (uint256) {}

    /// @inheritdoc IProgramHistory
    function checkpointOf(uint256) external view useView(views) returns (uint256) {}

    /// @inheritdoc IProgramViews
    function statement(address, address, uint256) external view useView(views) returns (Statement calldata) {}

    /// @inheritdoc IProgramViews
    function account(address, address) external view useView(views) returns (Statement calldata) {}

    /// @inheritdoc IProgramViews
    function claimable(address, address) external view useView(views) returns (uint256) {}

    /// @inheritdoc IProgramViews
    function solvency() external view useView(views) returns (Solvency[] calldata) {}

    /// @inheritdoc IProgramViews
    function bucketAt(address, uint8, uint256) external view useView(views) returns (Bucket calldata) {}

    /* MODULES */

    /// @dev Runs the call as `module` and ends it with the module's answer.
    function _runAt(address module) private {
        // Not memory-safe by the compiler's rules, and need not be: the call ends here, whatever memory holds.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), module, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    /// @dev The same for functions that the module declares as view: its code changes nothing there, and a static call stays
    /// static in a delegated one. The compiler knows no delegated call in a view function but that of a library.
    function _readAt(address module) private view {
        function(address) internal view read;
        function(address) internal write = _runAt;
        // Memory-safe: copies one function pointer.
        assembly ("memory-safe") {
            read := write
        }
        read(module);
        // Not reached; it tells the compiler that no function returns from here.
        // solhint-disable-next-line gas-custom-errors
        revert();
    }
}
