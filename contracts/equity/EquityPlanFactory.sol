// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { PackedPlan } from "./PackedPlan.sol";
import { PlanSettings } from "../interfaces/EquityTypes.sol";
import { IEquityPlanFactory } from "../interfaces/IEquityPlanFactory.sol";
import { IEquityPowers } from "../interfaces/IEquityPowers.sol";
import { ETHER, MAX_CURRENCIES, ONE } from "../libraries/Constants.sol";

/// @title Creates equity plans
/// @dev Holds no money and no power over what it created.
contract EquityPlanFactory is IEquityPlanFactory {
    uint256 private constant MOST_CLASSES = 8;
    uint256 private constant MOST_NAME = 64;

    /// @inheritdoc IEquityPlanFactory
    address public immutable implementation;

    constructor(address implementation_) {
        implementation = implementation_;
    }

    /// @inheritdoc IEquityPlanFactory
    function create(PlanSettings calldata given, string calldata uri, bytes32 salt) external returns (address plan) {
        _check(given);
        plan = Clones.cloneDeterministicWithImmutableArgs({
            implementation: implementation,
            args: PackedPlan.pack(given),
            salt: _salt(uri, salt, msg.sender)
        });
        IEquityPowers(plan).initialize();
        emit PlanCreated({ plan: plan, operator: given.operator, given: given, uri: uri });
    }

    /// @inheritdoc IEquityPlanFactory
    function predict(
        PlanSettings calldata given,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address plan) {
        _check(given);
        return
            Clones.predictDeterministicAddressWithImmutableArgs({
                implementation: implementation,
                args: PackedPlan.pack(given),
                salt: _salt(uri, salt, caller)
            });
    }

    /// @dev The settings are part of the address by themselves.
    function _salt(string calldata uri, bytes32 salt, address caller) private pure returns (bytes32) {
        return keccak256(abi.encode(caller, uri, salt));
    }

    /* CHECKS */

    function _check(PlanSettings calldata given) private view {
        _require(given.operator != address(0), "operator", 0);
        _require(given.arbiter != address(0), "arbiter", 0);
        _require(given.treasury != address(0), "treasury", 0);
        _require(given.authorised > 0, "authorised", 0);
        _require(bytes(given.name).length <= MOST_NAME, "name", 0);
        _require(given.resignLoss <= ONE, "resignLoss", 0);
        _require(given.causeLoss <= ONE, "causeLoss", 0);
        _require(given.notice >= 1 days, "notice", 0);
        _require(given.handover >= 1 days, "handover", 0);
        _checkCalls(given);
        _checkCurrencies(given.currencies);
        _checkClasses(given);
    }

    /// @dev Without catching up, a grant keeps no base that would tell what it earned in twelve periods.
    function _checkCalls(PlanSettings calldata given) private pure {
        if (given.callWindow == 0) return;
        _require(!given.flow, "callWindow", 0);
        _require(given.multiple > 0, "multiple", 0);
        _require(given.period >= 1 days, "period", 0);
    }

    function _checkCurrencies(address[] calldata currencies) private view {
        uint256 count = currencies.length;
        _require(count > 0 && count <= MAX_CURRENCIES, "currencies", count);
        for (uint256 i = 0; i < count; ++i) {
            address currency = currencies[i];
            for (uint256 j = 0; j < i; ++j) _require(currencies[j] != currency, "currencies", i);
            if (currency == ETHER) continue;
            _require(currency.code.length > 0, "currencies", i);
            try IERC20(currency).balanceOf(address(this)) returns (uint256) {} catch {
                _require(false, "currencies", i);
            }
        }
    }

    function _checkClasses(PlanSettings calldata given) private pure {
        uint256 count = given.hurdles.length;
        _require(count > 0 && count <= MOST_CLASSES, "hurdles", count);
        _require(given.restClass < count, "restClass", given.restClass);
        for (uint256 class = 0; class < count; ++class) {
            uint96[] calldata hurdles = given.hurdles[class];
            _require(hurdles.length == given.currencies.length, "hurdles", class);
            for (uint256 i = 0; class == 0 && i < hurdles.length; ++i) _require(hurdles[i] == 0, "hurdles", class);
        }
    }

    function _require(bool valid, string memory field, uint256 index) private pure {
        require(valid, EquityPlan_InvalidSettings(field, index));
    }
}
