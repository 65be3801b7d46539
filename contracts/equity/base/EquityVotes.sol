// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC6372 } from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import { Votes } from "@openzeppelin/contracts/governance/utils/Votes.sol";
import { Grant } from "./EquityStorage.sol";
import { EquityBooks } from "./EquityBooks.sol";

/// @title Votes on granted units
/// @notice OpenZeppelin's `Votes`, by time, whose units are a grant's once its cliff is over. Who has not delegated votes for itself.
abstract contract EquityVotes is EquityBooks, Votes {
    /// @inheritdoc IERC6372
    function clock() public view override returns (uint48 timepoint) {
        // Safe: times are below 2^48.
        return uint48(block.timestamp);
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory descriptor) {
        return "mode=timestamp";
    }

    /// @notice Who votes for an account: itself where it chose nobody.
    function delegates(address account) public view override returns (address delegatee) {
        // Nobody chose nobody; a look would cost as much as any.
        if (account == address(0)) return account;
        delegatee = super.delegates(account);
        if (delegatee == address(0)) delegatee = account;
    }

    /// @dev Nobody delegates to nobody: that is oneself.
    function _delegate(address account, address delegatee) internal override {
        super._delegate(account, delegatee == address(0) ? account : delegatee);
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return _seats[account];
    }

    /// @dev So that a delegation can be signed like all else.
    function _msgSender() internal view override returns (address) {
        return _sender();
    }

    /// @dev Keeps votes in step with a grant whose units changed.
    /// @param before Its votes before.
    function _reseat(Grant memory grant, uint256 before) internal {
        uint256 votes = _votesOf(grant);
        address holder = grant.head.holder();
        if (votes > before) _moveSeats({ from: address(0), to: holder, votes: votes - before });
        else if (votes < before) _moveSeats({ from: holder, to: address(0), votes: before - votes });
    }

    /// @param from, to Zero: votes that come or go.
    function _moveSeats(address from, address to, uint256 votes) internal {
        if (votes == 0) return;
        if (from != address(0)) _seats[from] -= votes;
        if (to != address(0)) _seats[to] += votes;
        _transferVotingUnits(from, to, votes);
    }
}
