// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Holding, ProgramStorage } from "./ProgramStorage.sol";
import { IProgramErrors } from "../interfaces/IProgramErrors.sol";
import { Power } from "../interfaces/Types.sol";

/// @title Who may do what takes a power
abstract contract Powers is IProgramErrors, ProgramStorage {
    /// @dev The operator's last act is kept to the hour, so that many calls one after the other write it once. Every period is longer.
    uint256 internal constant ACT_GRAIN = 1 hours;

    /// @dev For functions that the holder of a power alone can call, but for the operator's and the arbiter's.
    modifier only(Power power) {
        _requireHolder(power);
        _;
    }

    /// @dev For functions that the operator alone can call: each is an act of it.
    modifier onlyOperator() {
        _requireHolder(Power.Operator);
        _act();
        _;
    }

    /// @dev For what the arbiter in office decides.
    modifier onlyArbiter() {
        _requireArbiter(_holding(Power.Arbiter));
        _;
    }

    function _holding(Power power) internal view returns (Holding storage) {
        return _powers[uint256(power)];
    }

    /// @dev Whether the caller has a power.
    function _has(Power power) internal view returns (bool) {
        return _holding(power).holder == msg.sender;
    }

    function _requireHolder(Power power) internal view {
        require(_has(power), Program_PowerMissing(msg.sender, power));
    }

    /// @dev The caller decides the sales of a batch: it is the arbiter, or the one in whose time the batch was posted.
    function _requireArbiterOf(uint256 batch) internal view {
        Holding storage arbiter = _holding(Power.Arbiter);
        // The first one's first batch is 0.
        for (uint256 i = _formerArbiters.length; batch < arbiter.number;) arbiter = _formerArbiters[--i];
        _requireArbiter(arbiter);
    }

    function _requireArbiter(Holding storage arbiter) private view {
        require(arbiter.holder == msg.sender, Program_PowerMissing(msg.sender, Power.Arbiter));
        uint256 until = arbiter.time;
        require(block.timestamp >= until, Program_Suspended(until));
    }

    /// @dev Keeps that the operator has acted.
    function _act() internal {
        Holding storage operator = _holding(Power.Operator);
        // Safe: times are below 2^40.
        if (block.timestamp >= operator.time + ACT_GRAIN) operator.time = uint40(block.timestamp);
    }
}
