// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Grant } from "../base/EquityStorage.sol";
import { EquityVotes } from "../base/EquityVotes.sol";
import { PackedPlan, PLAN_MOVE } from "../PackedPlan.sol";
import { Move, Offer, PlanPower } from "../../interfaces/EquityTypes.sol";
import { IEquityHolders } from "../../interfaces/IEquityHolders.sol";
import { Head } from "../../libraries/GrantWords.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title The module for moves of holders
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityHolders is IEquityHolders, EquityVotes {
    using PackedTerms for bytes;

    /// @dev Where there is no delay, a move can be finished for so long.
    uint256 private constant LEAST_TIME = 1 days;

    /// @inheritdoc IEquityHolders
    function proposeMove(uint256 id, address to) external nonReentrant {
        Head head = _requireHolderOrArbiter(id);
        require(to != address(0) && to != address(this), EquityPlan_ZeroAddress());
        require(_waiting(id).to == address(0), EquityPlan_AlreadyWaits());
        uint256 delay = PackedPlan.load().number(PLAN_MOVE, 4);
        uint256 from = block.timestamp + delay;
        uint256 until = from + (delay == 0 ? LEAST_TIME : delay);
        // Safe: times are below 2^40.
        _moves[id] = Move({ to: to, from: uint40(from), until: uint40(until) });
        address by = _sender() == head.holder() ? head.holder() : msg.sender;
        emit MoveProposed({ id: id, to: to, by: by, from: uint40(from), until: uint40(until) });
    }

    /// @inheritdoc IEquityHolders
    function cancelMove(uint256 id) external nonReentrant {
        Head head = _requireHolderOrArbiter(id);
        Move memory move = _waiting(id);
        require(move.to != address(0), EquityPlan_NothingWaits());
        delete _moves[id];
        emit MoveCancelled({ id: id, to: move.to, by: _sender() == head.holder() ? head.holder() : msg.sender });
    }

    /// @inheritdoc IEquityHolders
    function finishMove(uint256 id) external nonReentrant {
        Grant memory grant = _grantAt(id);
        Move memory move = _waiting(id);
        require(move.to != address(0), EquityPlan_NothingWaits());
        require(move.to == _sender(), EquityPlan_NotAllowed(_sender()));
        require(block.timestamp >= move.from, EquityPlan_TooEarly(move.from));
        delete _moves[id];
        address former = grant.head.holder();
        _grants[id].head = grant.head.move(move.to);
        if (former != move.to) _moveSeats({ from: former, to: move.to, votes: _votesOf(grant) });
        emit Moved({ id: id, from: former, to: move.to });
    }

    /// @inheritdoc IEquityHolders
    function waitingFor(uint256 id) external view returns (Move memory moving, Offer memory offered) {
        return (_waiting(id), _offers[id]);
    }

    /// @dev A move that has not lapsed; empty where there is none.
    function _waiting(uint256 id) private view returns (Move memory move) {
        move = _moves[id];
        if (block.timestamp >= move.until) delete move;
    }

    function _requireHolderOrArbiter(uint256 id) private view returns (Head head) {
        head = _grantAt(id).head;
        bool isHolder = head.holder() == _sender();
        require(isHolder || _hasPower(PlanPower.Arbiter), EquityPlan_NotAllowed(_sender()));
    }
}
