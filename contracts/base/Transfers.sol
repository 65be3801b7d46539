// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ProgramBase } from "./ProgramBase.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";

/// @title Taking money in and paying it out, measured
abstract contract Transfers is ProgramBase {
    using Periods for Schedule;
    using SafeERC20 for IERC20;
    using PackedTerms for bytes;

    /// @dev Counts money that is here as revenue that standing lines and the residual share.
    function _count(bytes memory packed, uint256 currency, uint256 kind, uint256 amount) internal {
        PackedBucket bucket = _open[currency][kind];
        if (block.timestamp < bucket.until()) {
            _open[currency][kind] = bucket.add(amount, amount);
            return;
        }
        Schedule memory schedule = packed.schedule();
        Segment memory segment = schedule.segmentAt(block.timestamp);
        _addRevenue({
            schedule: schedule,
            segment: segment,
            currency: currency,
            kind: kind,
            revenue: amount,
            setAside: amount
        });
    }

    /// @dev Takes in what the caller pays. Returns what arrived, which for some tokens is less. More than was asked for is
    /// another's: a payer whose token calls it back can make others pay the program in between.
    function _pull(uint256 index, address currency, uint256 amount) internal returns (uint256 received) {
        require(amount > 0, Program_ZeroAmount());
        if (index == ETHER_INDEX) {
            require(msg.value == amount, Program_WrongValue(msg.value, amount));
            return amount;
        }
        require(msg.value == 0, Program_WrongValue(msg.value, 0));
        uint256 before = _tokenBalance(currency);
        IERC20(currency).safeTransferFrom(msg.sender, address(this), amount);
        received = _tokenBalance(currency) - before;
        require(received > 0, Program_ZeroAmount());
        if (received > amount) received = amount;
    }

    /// @dev Pays out, or reverts.
    function _push(uint256 index, address currency, address to, uint256 amount) internal {
        if (index == ETHER_INDEX) {
            require(_sendEther({ to: to, amount: amount, gasLimit: gasleft() }), Program_PaymentFailed(to, amount));
        } else {
            _pushToken({ currency: currency, to: to, amount: amount });
        }
    }

    function _pushToken(address currency, address to, uint256 amount) internal {
        uint256 before = _tokenBalance(currency);
        IERC20(currency).safeTransfer(to, amount);
        _checkMoved({ token: currency, before: before, amount: amount });
    }

    /// @dev Copies no return data: a recipient can burn the gas it is given, and nothing else.
    function _sendEther(address to, uint256 amount, uint256 gasLimit) internal returns (bool success) {
        // Memory-safe: touches no memory.
        assembly ("memory-safe") {
            success := call(gasLimit, to, amount, 0, 0, 0, 0)
        }
    }

    /// @dev A token that takes more or less than it was told to would make the books wrong.
    function _checkMoved(address token, uint256 before, uint256 amount) internal view {
        uint256 afterwards = _tokenBalance(token);
        uint256 moved = before < afterwards ? 0 : before - afterwards;
        if (moved != amount) revert Program_TransferMismatch(token, amount, moved);
    }
}
