// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { IERC5267 } from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import { Claims } from "./base/Claims.sol";
import { Modular } from "./base/Modular.sol";
import { IProgram } from "./interfaces/IProgram.sol";
import { IProgramSales } from "./interfaces/IProgramSales.sol";
import { IProgramAmendments } from "./interfaces/IProgramAmendments.sol";
import { IProgramSaleViews } from "./interfaces/IProgramSaleViews.sol";
import { IProgramViews } from "./interfaces/IProgramViews.sol";
import { IProgramCreation } from "./interfaces/IProgramCreation.sol";
import { IProgramDisputes } from "./interfaces/IProgramDisputes.sol";
import { IProgramExits } from "./interfaces/IProgramExits.sol";
import { IProgramFunding } from "./interfaces/IProgramFunding.sol";
import { IProgramHistory } from "./interfaces/IProgramHistory.sol";
import { IProgramLines } from "./interfaces/IProgramLines.sol";
import { IProgramPartners } from "./interfaces/IProgramPartners.sol";
import { IProgramPayments } from "./interfaces/IProgramPayments.sol";
import { IProgramPowers } from "./interfaces/IProgramPowers.sol";
import { IProgramSigned } from "./interfaces/IProgramSigned.sol";
import { IProgramTiers } from "./interfaces/IProgramTiers.sol";
import { IProgramWallets } from "./interfaces/IProgramWallets.sol";
import { Terms } from "./interfaces/TermsTypes.sol";
import {
    Amendment,
    Bucket,
    DisputeState,
    Enrollment,
    LineProgress,
    LineState,
    Membership,
    NamedLine,
    Partner,
    Payout,
    Permit,
    Power,
    PowerState,
    Progress,
    Refund,
    Remedy,
    SaleState,
    ShownSale,
    Solvency,
    Statement,
    Status,
    Way
} from "./interfaces/Types.sol";

/// @title One revenue-share deal
/// @notice The code that every program runs. A program is a minimal proxy to it that carries its terms as immutable
/// arguments in its own code; there is no admin of the proxy and no way to change either.
/// @dev Money comes in and goes out here. What concerns sales, disputes, partners, standing lines and the terms is in a module
/// each: its code runs on the program's storage, for one contract would be over the size that EIP-170 allows. Their
/// addresses are fixed when this code is deployed. All storage is declared in `ProgramStorage` alone.
contract Program is Initializable, Modular, Claims {
    /// @inheritdoc IProgram
    address public immutable salesModule;

    /// @inheritdoc IProgram
    address public immutable disputesModule;

    /// @inheritdoc IProgram
    address public immutable partnersModule;

    /// @inheritdoc IProgram
    address public immutable linesModule;

    /// @inheritdoc IProgram
    address public immutable exitsModule;

    /// @inheritdoc IProgram
    address public immutable amendmentsModule;

    /// @inheritdoc IProgram
    address public immutable powersModule;

    /// @inheritdoc IProgram
    address public immutable fundingModule;

    /// @inheritdoc IProgram
    address public immutable signedModule;

    /// @inheritdoc IProgram
    address public immutable viewsModule;

    constructor(
        address sales_,
        address disputes_,
        address partners_,
        address lines_,
        address exits_,
        address amendments_,
        address powers_,
        address funding_,
        address signed_,
        address views_
    ) {
        salesModule = sales_;
        disputesModule = disputes_;
        partnersModule = partners_;
        linesModule = lines_;
        exitsModule = exits_;
        amendmentsModule = amendments_;
        powersModule = powers_;
        fundingModule = funding_;
        signedModule = signed_;
        viewsModule = views_;
        _disableInitializers();
    }

    /// @inheritdoc IProgramCreation
    function initialize(string calldata uri) external use(viewsModule) {}

    /* MONEY IN */

    /// @inheritdoc IProgramFunding
    function fund(address currency, uint256 amount) external payable use(fundingModule) {}

    /// @inheritdoc IProgramFunding
    function fundWithPermit(address currency, uint256 amount, Permit calldata permit) external use(fundingModule) {}

    /// @inheritdoc IProgramFunding
    function withdrawFunds(address currency, uint256 amount) external use(fundingModule) {}

    /// @inheritdoc IProgramFunding
    function sync(address currency) external use(fundingModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramFunding
    function payWithPermit(
        uint8 kind,
        address currency,
        uint256 amount,
        Permit calldata permit
    ) external use(fundingModule) {}

    /// @inheritdoc IProgramPayments
    function paySale(
        bytes32 saleId,
        uint8 kind,
        address currency,
        uint256 amount
    ) external payable use(fundingModule) {}

    /// @inheritdoc IProgramFunding
    function paySaleWithPermit(
        bytes32 saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        Permit calldata permit
    ) external use(fundingModule) {}

    /// @inheritdoc IProgramPayments
    function releasePayment(bytes32 saleId, address payer, ShownSale calldata sale) external use(fundingModule) {}

    /* SIGNED ACTS */

    /// @inheritdoc IProgramSigned
    function actSigned(
        address signer,
        bytes calldata act,
        uint256 deadline,
        bytes calldata signature
    ) external use(signedModule) returns (bytes calldata answer) {}

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        useView(signedModule)
        returns (
            bytes1 fields,
            string calldata name,
            string calldata version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] calldata extensions
        )
    {}

    /* SALES */

    /// @inheritdoc IProgramSales
    function openLane(uint256 lane, uint40 begins) external use(salesModule) {}

    /// @inheritdoc IProgramSales
    function laneOf(
        uint256 lane,
        address currency
    ) external view useView(salesModule) returns (uint256 begins, uint256 until, uint256 head) {}

    /// @inheritdoc IProgramSales
    function post(
        address currency,
        uint256 lane,
        uint256 head,
        uint256 from,
        uint256 until,
        bytes32 evidence,
        bytes calldata packed
    ) external use(salesModule) {}

    /// @inheritdoc IProgramSales
    function preview(
        address currency,
        bytes calldata packed
    ) external view useView(salesModule) returns (NamedLine[] calldata lines) {}

    /* REFUNDS, DISPUTES, DUPLICATES */

    /// @inheritdoc IProgramDisputes
    function refund(Refund[] calldata refunds, bytes32 evidence) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function dispute(
        address party,
        ShownSale calldata sale,
        uint256 role,
        string calldata reason,
        bytes32 evidence
    ) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function upholdSale(ShownSale calldata sale, string calldata reason) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function voidSale(ShownSale calldata sale, string calldata reason) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function reattributeSale(
        ShownSale calldata sale,
        uint256[] calldata partners,
        string calldata reason
    ) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function closeDispute(ShownSale calldata sale) external use(disputesModule) {}

    /// @inheritdoc IProgramDisputes
    function voidDuplicate(ShownSale calldata standing, ShownSale calldata duplicate) external use(disputesModule) {}

    /* POSTED SALES */

    /// @inheritdoc IProgramSaleViews
    function stateOf(
        uint256 batch,
        uint256 place
    ) external view useView(viewsModule) returns (SaleState calldata state) {}

    /// @inheritdoc IProgramSaleViews
    function saleAt(
        ShownSale calldata sale
    )
        external
        view
        useView(viewsModule)
        returns (
            uint256 amount,
            uint256 refunded,
            uint256 kind,
            address currency,
            uint256 period,
            uint256 locksAt,
            DisputeState disputeState
        )
    {}

    /// @inheritdoc IProgramSaleViews
    function describeSale(
        ShownSale calldata sale
    ) external view useView(viewsModule) returns (NamedLine[] calldata lines) {}

    /// @inheritdoc IProgramSaleViews
    function disputantsOf(
        uint256 batch,
        uint256 place
    ) external view useView(viewsModule) returns (uint256[] calldata partners) {}

    /// @inheritdoc IProgramSaleViews
    function rootOf(uint256 batch) external view useView(viewsModule) returns (bytes32 root) {}

    /// @inheritdoc IProgramSaleViews
    function batchCount() external view useView(viewsModule) returns (uint256 count) {}

    /// @inheritdoc IProgramSaleViews
    function frozenOf(address currency) external view useView(viewsModule) returns (uint256 amount) {}

    /* PARTNERS */

    /// @inheritdoc IProgramPartners
    function enroll(Enrollment[] calldata partners) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function enrollSigned(
        Enrollment calldata partner,
        uint256 deadline,
        bytes calldata signature
    ) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function accept(address party, bytes32 hash) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function leaveProgram(address party, string calldata reason) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function returnToProgram(address party, string calldata reason) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function setStatus(uint256 number, Status status, string calldata reason) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function setTier(uint256 number, uint8 tier, string calldata reason) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function attest(uint256 number, uint32 score, bytes32 evidence) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function graduate(uint256 number, uint8 tier, address currency) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function reachMilestone(uint256 number, uint256 milestone, address currency) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function payMilestone(uint256 number, uint256 milestone) external use(partnersModule) {}

    /// @inheritdoc IProgramTiers
    function countProgress(
        uint256 number,
        address currency
    ) external use(partnersModule) returns (Progress calldata progress) {}

    /// @inheritdoc IProgramWallets
    function setWithholding(address party, uint24 rate) external use(partnersModule) {}

    /// @inheritdoc IProgramWallets
    function setRecovery(address party, address recovery) external use(partnersModule) {}

    /// @inheritdoc IProgramWallets
    function cancelRecovery(address party) external use(partnersModule) {}

    /// @inheritdoc IProgramWallets
    function proposeMove(address party, address wallet) external use(partnersModule) {}

    /// @inheritdoc IProgramWallets
    function cancelMove(address party) external use(partnersModule) {}

    /// @inheritdoc IProgramWallets
    function finishMove(address party) external use(partnersModule) {}

    /// @inheritdoc IProgramPartners
    function partnerAt(uint256 number) external view useView(partnersModule) returns (Partner calldata partner) {}

    /// @inheritdoc IProgramPartners
    function membershipOf(
        address wallet
    ) external view useView(partnersModule) returns (Membership calldata membership) {}

    /// @inheritdoc IProgramPartners
    function partnerCount() external view useView(partnersModule) returns (uint256 enrolled, uint256 active) {}

    /// @inheritdoc IProgramWallets
    function payoutOf(address party) external view useView(partnersModule) returns (Payout calldata payout) {}

    /// @inheritdoc IProgramWallets
    function withheldOf(
        address party,
        address currency
    ) external view useView(partnersModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramTiers
    function progressOf(
        uint256 number,
        address currency
    ) external view useView(partnersModule) returns (Progress calldata progress) {}

    /// @inheritdoc IProgramTiers
    function milestonesOf(uint256 number) external view useView(partnersModule) returns (uint256 reached) {}

    /// @inheritdoc IProgramTiers
    function milestoneDue(
        uint256 number,
        uint256 milestone
    ) external view useView(partnersModule) returns (address currency, uint256 amount) {}

    /* STANDING LINES AND THE RESIDUAL */

    /// @inheritdoc IProgramLines
    function claimLine(uint256 line, address currency) external use(linesModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramLines
    function settleLine(uint256 line, address currency) external use(linesModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramLines
    function claimResidual(address currency, uint256 segments) external use(linesModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramLines
    function addReserve(uint256 backs, address currency, uint256 amount) external payable use(linesModule) {}

    /// @inheritdoc IProgramLines
    function announceWithdrawal(address currency, uint96 amount) external use(linesModule) {}

    /// @inheritdoc IProgramLines
    function withdrawReserve(uint256 backs, address currency, uint256 amount) external use(linesModule) {}

    /// @inheritdoc IProgramLines
    function lineEarnings(
        uint256 line,
        address currency
    ) external view useView(linesModule) returns (uint256 held, uint256 locked) {}

    /// @inheritdoc IProgramLines
    function residualEarnings(
        address currency,
        uint256 segments
    ) external view useView(linesModule) returns (uint256 locked) {}

    /// @inheritdoc IProgramLines
    function lineProgress(
        uint256 line,
        address currency
    ) external view useView(linesModule) returns (LineProgress calldata progress) {}

    /// @inheritdoc IProgramLines
    function announcedWithdrawal(
        address currency
    ) external view useView(linesModule) returns (uint96 amount, uint40 from) {}

    /// @inheritdoc IProgramLines
    function reserveOf(
        uint256 backs,
        address currency
    ) external view useView(linesModule) returns (uint256 reserve, uint256 owed) {}

    /* ENDS OF STANDING LINES */

    /// @inheritdoc IProgramExits
    function agreeExit(uint256 line, bool agreed) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function offerBuyout(uint256 line, address currency, uint96 price) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function withdrawBuyout(uint256 line) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function acceptBuyout(uint256 line, address currency, uint96 price) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function giveNotice(
        uint256 line,
        Remedy remedy,
        string calldata reason,
        bytes32 evidence
    ) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function withdrawNotice(uint256 line) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function executeNotice(uint256 line) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function resumeLine(uint256 line) external use(exitsModule) {}

    /// @inheritdoc IProgramExits
    function lineState(uint256 line) external view useView(exitsModule) returns (LineState calldata state) {}

    /// @inheritdoc IProgramExits
    function lineEarns(uint256 line, uint256 time) external view useView(exitsModule) returns (bool earns) {}

    /* AMENDMENTS */

    /// @inheritdoc IProgramAmendments
    function proposeAmendment(
        Terms calldata newTerms,
        string calldata uri,
        bytes32 textHash
    ) external use(amendmentsModule) {}

    /// @inheritdoc IProgramAmendments
    function consent(uint256 line, bytes32 newTermsHash) external use(amendmentsModule) {}

    /// @inheritdoc IProgramAmendments
    function withdrawAmendment() external use(amendmentsModule) {}

    /// @inheritdoc IProgramAmendments
    function amendment() external view useView(amendmentsModule) returns (Amendment calldata proposed) {}

    /// @inheritdoc IProgramAmendments
    function amendedTerms() external view useView(amendmentsModule) returns (Terms calldata amended) {}

    /* POWERS */

    /// @inheritdoc IProgramPowers
    function proposePower(Power power, Way way, address to) external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function cancelPower(Power power, Way way) external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function acceptPower(Power power, Way way) external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function appointStandby() external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function removeAttributor() external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function resetLimits() external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function suspendArbiter() external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function alive() external use(powersModule) {}

    /// @inheritdoc IProgramPowers
    function holders()
        external
        view
        useView(powersModule)
        returns (address operator, address attributor, address standby, address arbiter, address guardian)
    {}

    /// @inheritdoc IProgramPowers
    function powerState(Power power) external view useView(powersModule) returns (PowerState calldata state) {}

    /* TERMS AND BOOKS */

    /// @inheritdoc IProgramViews
    function terms() external view useView(viewsModule) returns (Terms calldata deal) {}

    /// @inheritdoc IProgramViews
    function termsHash() external view useView(viewsModule) returns (bytes32 hash) {}

    /// @inheritdoc IProgramViews
    function currentPeriod() external view useView(viewsModule) returns (uint256 period) {}

    /// @inheritdoc IProgramViews
    function periodTimes(
        uint256 period
    ) external view useView(viewsModule) returns (uint256 starts, uint256 ends, uint256 locks) {}

    /// @inheritdoc IProgramHistory
    function history() external view useView(viewsModule) returns (uint256 word) {}

    /// @inheritdoc IProgramHistory
    function checkpointOf(uint256 period) external view useView(viewsModule) returns (uint256 word) {}

    /// @inheritdoc IProgramViews
    function statement(
        address party,
        address currency,
        uint256 period
    ) external view useView(viewsModule) returns (Statement calldata books) {}

    /// @inheritdoc IProgramViews
    function account(
        address party,
        address currency
    ) external view useView(viewsModule) returns (Statement calldata books) {}

    /// @inheritdoc IProgramViews
    function claimable(address party, address currency) external view useView(viewsModule) returns (uint256 amount) {}

    /// @inheritdoc IProgramViews
    function solvency() external view useView(viewsModule) returns (Solvency[] calldata currencies) {}

    /// @inheritdoc IProgramViews
    function bucketAt(
        address currency,
        uint8 kind,
        uint256 time
    ) external view useView(viewsModule) returns (Bucket calldata bucket) {}
}
