// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";
import { Outcome, StandingLine, Terms } from "../interfaces/TermsTypes.sol";

/// @title What an amendment can change
/// @notice Posted sales name kinds and roles by their index, partners tiers and pools, books lines and segments of time: what
/// they rest on stays. Lists grow at their end, and nothing is worth more or less before the amendment's start.
library AmendmentCheck {
    /// @param from When the amendment would come into force.
    /// @return ended The standing lines that would end earlier.
    function check(Terms memory old, Terms calldata next, uint256 from) internal view returns (uint256[] memory ended) {
        _parties(old, next);
        _frame(old, next);
        _names("kinds", old.kinds, next.kinds);
        _names("tiers", old.tiers, next.tiers);
        _outcomes(old, next);
        _pools(old, next);
        _roles(old, next);
        _milestones(old, next);
        ended = _lines({ old: old.standing, next: next.standing, from: from });
        _added({ old: old.standing.length, next: next.standing, from: from });
    }

    function _parties(Terms memory old, Terms calldata next) private pure {
        _keep(old.operator == next.operator, "operator", 0);
        _keep(old.attributor == next.attributor, "attributor", 0);
        _keep(old.arbiter == next.arbiter, "arbiter", 0);
        _keep(old.treasury == next.treasury, "treasury", 0);
        _keep(old.guardian == next.guardian, "guardian", 0);
        _keep(old.standby == next.standby, "standby", 0);
    }

    function _frame(Terms memory old, Terms calldata next) private pure {
        _keep(old.start == next.start, "start", 0);
        _keep(old.period == next.period, "period", 0);
        _keep(old.holdPeriods == next.holdPeriods, "holdPeriods", 0);
        _keep(keccak256(abi.encode(old.currencies)) == keccak256(abi.encode(next.currencies)), "currencies", 0);
        _keep(keccak256(abi.encode(old.rules)) == keccak256(abi.encode(next.rules)), "rules", 0);
    }

    /// @dev What was revenue stays revenue: payments of it may wait for their sale.
    function _outcomes(Terms memory old, Terms calldata next) private pure {
        uint256 kinds = (1 << old.kinds.length) - 1;
        uint256 before = 0;
        for (uint256 i = 0; i < old.outcomes.length; ++i) before |= 1 << old.outcomes[i].kind;
        uint256 later = 0;
        Outcome[] calldata outcomes = next.outcomes;
        for (uint256 i = 0; i < outcomes.length; ++i) later |= 1 << outcomes[i].kind;
        _keep(before == later & kinds, "outcomes", 0);
    }

    function _pools(Terms memory old, Terms calldata next) private view {
        for (uint256 i = 0; i < old.pools.length; ++i) {
            bool same = i < next.pools.length && old.pools[i].holder == next.pools[i].holder;
            _keep(same && _same(old.pools[i].name, next.pools[i].name), "pools", i);
        }
        for (uint256 i = old.pools.length; i < next.pools.length; ++i) {
            _keep(next.pools[i].holder != address(this), "pools", i);
        }
    }

    /// @dev What a role is of says how the lines of posted sales are worked out again.
    function _roles(Terms memory old, Terms calldata next) private pure {
        for (uint256 i = 0; i < old.roles.length; ++i) {
            bool same = i < next.roles.length && old.roles[i].stage == next.roles[i].stage;
            _keep(same && _same(old.roles[i].name, next.roles[i].name), "roles", i);
        }
    }

    /// @dev Which ones a partner was paid is kept by their index.
    function _milestones(Terms memory old, Terms calldata next) private pure {
        for (uint256 i = 0; i < old.milestones.length; ++i) {
            bool there = i < next.milestones.length;
            _keep(there && _same(old.milestones[i].name, next.milestones[i].name), "milestones", i);
        }
    }

    function _names(string memory field, string[] memory old, string[] calldata next) private pure {
        for (uint256 i = 0; i < old.length; ++i) _keep(i < next.length && _same(old[i], next[i]), field, i);
    }

    function _lines(
        StandingLine[] memory old,
        StandingLine[] calldata next,
        uint256 from
    ) private pure returns (uint256[] memory ended) {
        ended = new uint256[](old.length);
        uint256 count = 0;
        for (uint256 i = 0; i < old.length; ++i) {
            _keep(i < next.length, "standing", i);
            uint256 free = _freeMemory();
            StandingLine memory line = next[i];
            if (line.ends != old[i].ends) {
                bool earlier = line.ends >= from && (old[i].ends == 0 || line.ends < old[i].ends);
                _keep(earlier, "standing.ends", i);
                ended[count++] = i;
                line.ends = old[i].ends;
            }
            _keep(keccak256(abi.encode(line)) == keccak256(abi.encode(old[i])), "standing", i);
            _release(free);
        }
        // Memory-safe: `count` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(ended, count)
        }
    }

    /// @dev A standing line that began earlier would earn of revenue that others have shared.
    function _added(uint256 old, StandingLine[] calldata next, uint256 from) private view {
        for (uint256 i = old; i < next.length; ++i) {
            _keep(next[i].starts >= from, "standing.starts", i);
            _keep(next[i].holder != address(this), "standing.holder", i);
        }
    }

    function _freeMemory() private pure returns (uint256 free) {
        // Memory-safe: it only reads.
        assembly ("memory-safe") {
            free := mload(0x40)
        }
    }

    /// @dev So that memory, whose price grows with its square, is used again by the next line.
    function _release(uint256 free) private pure {
        // Memory-safe: what lies behind is not looked at again, and new objects there are written in whole.
        assembly ("memory-safe") {
            mstore(0x40, free)
        }
    }

    function _same(string memory a, string calldata b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }

    function _keep(bool condition, string memory field, uint256 index) private pure {
        require(condition, IProgramErrors.Program_NotAmendable(field, index));
    }
}
