// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { IERC6372 } from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import { IVotes } from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import { EquityClaims } from "./base/EquityClaims.sol";
import { Grant } from "./base/EquityStorage.sol";
import { FLAG_FLOW, PackedPlan } from "./PackedPlan.sol";
import { Modular } from "../base/Modular.sol";
import {
    GrantEarnings,
    GrantState,
    Move,
    NewGrant,
    Offer,
    PlanLevel,
    PlanOverview,
    PlanPower,
    PlanPowerState,
    PlanSettings
} from "../interfaces/EquityTypes.sol";
import { IEquityBuyouts } from "../interfaces/IEquityBuyouts.sol";
import { IEquityGrants } from "../interfaces/IEquityGrants.sol";
import { IEquityHolders } from "../interfaces/IEquityHolders.sol";
import { IEquityLeaving } from "../interfaces/IEquityLeaving.sol";
import { IEquityPlan } from "../interfaces/IEquityPlan.sol";
import { IEquityPowers } from "../interfaces/IEquityPowers.sol";
import { IEquitySigned } from "../interfaces/IEquitySigned.sol";
import { IEquityViews } from "../interfaces/IEquityViews.sol";
import { Way } from "../interfaces/Types.sol";
import { ETHER } from "../libraries/Constants.sol";

/// @title One equity plan
/// @notice The code that every plan runs. A plan is a minimal proxy to it that carries its settings as immutable arguments in its own
/// code; there is no admin of the proxy and no way to change either.
/// @dev Money comes in and goes out here. All else is in a module each, whose code runs on the plan's storage. Their addresses are fixed
/// when this code is deployed.
contract EquityPlan is Initializable, Modular, IEquityPlan, EquityClaims {
    using PackedPlan for bytes;

    address private immutable _grantsModule;
    address private immutable _leavingModule;
    address private immutable _buyoutsModule;
    address private immutable _holdersModule;
    address private immutable _powersModule;
    address private immutable _signedModule;
    address private immutable _viewsModule;

    constructor(
        address grants_,
        address leaving_,
        address buyouts_,
        address holders_,
        address powers_,
        address signed_,
        address views_
    ) {
        _grantsModule = grants_;
        _leavingModule = leaving_;
        _buyoutsModule = buyouts_;
        _holdersModule = holders_;
        _powersModule = powers_;
        _signedModule = signed_;
        _viewsModule = views_;
        _disableInitializers();
    }

    /// @inheritdoc IEquityPlan
    receive() external payable {
        _indexOf(PackedPlan.load(), ETHER);
    }

    /// @inheritdoc IEquityPowers
    function initialize() external use(_powersModule) {}

    /* MONEY */

    /// @inheritdoc IEquityPlan
    function sync(address currency) external nonReentrant returns (uint256 amount) {
        bytes memory plan = PackedPlan.load();
        return _sync(plan, _indexOf(plan, currency));
    }

    /// @inheritdoc IEquityPlan
    function advance(uint256 id) external nonReentrant {
        bytes memory plan = PackedPlan.load();
        require(plan.has(FLAG_FLOW), EquityPlan_NotInSettings("flow"));
        Grant memory held = _grantAt(id);
        _advanceInFlow(plan, id, held);
    }

    /// @inheritdoc IEquityPlan
    function claim(uint256 id, address currency) external nonReentrant returns (uint256 amount) {
        return _claim({ id: id, currency: currency, to: address(0) });
    }

    /// @inheritdoc IEquityPlan
    function claimMany(uint256[] calldata ids, address currency) external nonReentrant {
        _claimMany(ids, currency);
    }

    /// @inheritdoc IEquityPlan
    function claimTo(uint256 id, address currency, address to) external nonReentrant returns (uint256 amount) {
        require(to != address(0) && to != address(this), EquityPlan_ZeroAddress());
        _requireHolder(_grantAt(id).head);
        return _claim({ id: id, currency: currency, to: to });
    }

    /// @inheritdoc IEquityPlan
    function claimTreasury(address currency) external nonReentrant returns (uint256 amount) {
        return _claimTreasury(currency);
    }

    /// @inheritdoc IEquityPlan
    function claimTax(address currency) external nonReentrant returns (uint256 amount) {
        return _claimTax(currency);
    }

    /// @inheritdoc IEquityPlan
    /// @dev What moved cannot be taken for what was paid: a recipient that is called back can send something to the plan in between.
    function pushToken(address currency, address to, uint256 amount, uint256 held) external returns (uint256 missing) {
        require(msg.sender == address(this), EquityPlan_NotItself(msg.sender));
        return _pushToken({ currency: currency, to: to, amount: amount, held: held });
    }

    /* GRANTS */

    /// @inheritdoc IEquityGrants
    function grant(NewGrant[] calldata list) external use(_grantsModule) returns (uint256 firstId) {}

    /// @inheritdoc IEquityGrants
    function seat(uint256 id) external use(_grantsModule) {}

    /// @inheritdoc IEquityGrants
    function pause(uint256 id) external use(_grantsModule) {}

    /// @inheritdoc IEquityGrants
    function resume(uint256 id) external use(_grantsModule) {}

    /// @inheritdoc IEquityGrants
    function setWithholding(uint256 id, uint24 rate) external use(_grantsModule) {}

    /// @inheritdoc IEquityGrants
    function addSource(address program, uint256 line) external use(_grantsModule) {}

    /// @inheritdoc IEquityGrants
    function useNonce() external use(_grantsModule) returns (uint256 nonce) {}

    /* LEAVING AND EXIT */

    /// @inheritdoc IEquityLeaving
    function resign(uint256 id, uint40 date) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function dismiss(uint256 id, uint40 date, string calldata reason) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function dismissForCause(uint256 id, string calldata reason, bytes32 evidence) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function withdrawLeave(uint256 id) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function finishLeave(uint256 id) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function lapse(uint256 id) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function declareExit(string calldata uri) external use(_leavingModule) {}

    /// @inheritdoc IEquityLeaving
    function vetoExit() external use(_leavingModule) {}

    /* OFFERS AND CALLS */

    /// @inheritdoc IEquityBuyouts
    function offer(uint256 id, address currency, uint96 price) external payable use(_buyoutsModule) {}

    /// @inheritdoc IEquityBuyouts
    function withdrawOffer(uint256 id) external use(_buyoutsModule) {}

    /// @inheritdoc IEquityBuyouts
    function acceptOffer(uint256 id, address currency, uint96 price) external use(_buyoutsModule) {}

    /// @inheritdoc IEquityBuyouts
    function callUnits(uint256 id) external payable use(_buyoutsModule) {}

    /// @inheritdoc IEquityBuyouts
    function finishCall(uint256 id) external use(_buyoutsModule) {}

    /// @inheritdoc IEquityBuyouts
    function priceOf(uint256 id) external view useView(_buyoutsModule) returns (uint256[] calldata prices) {}

    /* MOVES */

    /// @inheritdoc IEquityHolders
    function proposeMove(uint256 id, address to) external use(_holdersModule) {}

    /// @inheritdoc IEquityHolders
    function cancelMove(uint256 id) external use(_holdersModule) {}

    /// @inheritdoc IEquityHolders
    function finishMove(uint256 id) external use(_holdersModule) {}

    /// @inheritdoc IEquityHolders
    function waitingFor(
        uint256 id
    ) external view useView(_holdersModule) returns (Move calldata moving, Offer calldata offered) {}

    /* POWERS */

    /// @inheritdoc IEquityPowers
    function proposePower(PlanPower power, Way way, address to) external use(_powersModule) {}

    /// @inheritdoc IEquityPowers
    function cancelPower(PlanPower power, Way way) external use(_powersModule) {}

    /// @inheritdoc IEquityPowers
    function acceptPower(PlanPower power, Way way) external use(_powersModule) {}

    /// @inheritdoc IEquityPowers
    function alive() external use(_powersModule) {}

    /// @inheritdoc IEquityPowers
    function powerState(PlanPower power) external view useView(_powersModule) returns (PlanPowerState calldata state) {}

    /* SIGNED ACTS */

    /// @inheritdoc IEquitySigned
    function actSigned(
        address signer,
        bytes calldata act,
        uint256 deadline,
        bytes calldata signature
    ) external use(_signedModule) returns (bytes calldata answer) {}

    /* VOTES */

    /// @inheritdoc IVotes
    function delegate(address delegatee) external use(_grantsModule) {}

    /// @inheritdoc IVotes
    function delegateBySig(
        address delegatee,
        uint256 nonce,
        uint256 expiry,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external use(_grantsModule) {}

    /// @inheritdoc IVotes
    function getVotes(address account) external view useView(_grantsModule) returns (uint256 votes) {}

    /// @inheritdoc IVotes
    function getPastVotes(
        address account,
        uint256 timepoint
    ) external view useView(_grantsModule) returns (uint256 votes) {}

    /// @inheritdoc IVotes
    function getPastTotalSupply(uint256 timepoint) external view useView(_grantsModule) returns (uint256 votes) {}

    /// @inheritdoc IVotes
    function delegates(address account) external view useView(_grantsModule) returns (address delegatee) {}

    /// @inheritdoc IERC6372
    function clock() external view useView(_grantsModule) returns (uint48 timepoint) {}

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external view useView(_grantsModule) returns (string calldata descriptor) {}

    /* READING */

    /// @inheritdoc IEquityViews
    function settings() external view useView(_viewsModule) returns (PlanSettings calldata given) {}

    /// @inheritdoc IEquityViews
    function grantAt(uint256 id) external view useView(_viewsModule) returns (GrantState calldata state) {}

    /// @inheritdoc IEquityViews
    function vestedOf(uint256 id, uint256 time) external view useView(_viewsModule) returns (uint256 units) {}

    /// @inheritdoc IEquityViews
    function earningsOf(
        uint256 id,
        address currency
    ) external view useView(_viewsModule) returns (GrantEarnings calldata earnings) {}

    /// @inheritdoc IEquityViews
    function levelOf(address currency) external view useView(_viewsModule) returns (PlanLevel calldata money) {}

    /// @inheritdoc IEquityViews
    function overview() external view useView(_viewsModule) returns (PlanOverview calldata state) {}

    /* MODULES */

    /// @inheritdoc IEquityPlan
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
        )
    {
        return (
            _grantsModule,
            _leavingModule,
            _buyoutsModule,
            _holdersModule,
            _powersModule,
            _signedModule,
            _viewsModule
        );
    }
}
