// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ProgramBase } from "./ProgramBase.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { Permit } from "../interfaces/Types.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Sending } from "../libraries/Sending.sol";
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

    /// @dev Takes in revenue of a kind from the caller.
    function _payRevenue(uint256 kind, address currency, uint256 amount) internal {
        bytes memory packed = _terms();
        _checkPaidKind(packed, kind);
        uint256 index = _indexOf(packed, currency);
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _count({ packed: packed, currency: index, kind: kind, amount: received });
        // Safe: the terms know at most 16 kinds.
        emit IProgram.RevenuePaid({ payer: msg.sender, kind: uint8(kind), currency: currency, amount: received });
    }

    /// @dev Has a currency take the caller's permit. Whatever comes of it, the allowance decides: another may have used the permit
    /// before, so that it must not fail here. The currency must be one of the terms', so that nothing else is ever called.
    function _permit(address currency, uint256 amount, Permit calldata permit) internal {
        _indexOf(_terms(), currency);
        bytes memory data = abi.encodeCall(
            IERC20Permit.permit,
            (msg.sender, address(this), amount, permit.deadline, permit.v, permit.r, permit.s)
        );
        // Memory-safe: only reads `data`. What the token answers is not looked at.
        assembly ("memory-safe") {
            pop(call(gas(), currency, 0, add(data, 0x20), mload(data), 0, 0))
        }
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
    /// @return missing What of it did not leave, see `Sending.isRounding`.
    function _push(uint256 index, address currency, address to, uint256 amount) internal returns (uint256 missing) {
        if (index != ETHER_INDEX)
            return _pushToken({ currency: currency, to: to, amount: amount, held: _tokenBalance(currency) });
        bool sent = Sending.sendEther({ to: to, amount: amount, gasLimit: gasleft() });
        require(sent, Program_PaymentFailed(to, amount));
    }

    /// @param held What the program has of the token.
    function _pushToken(address currency, address to, uint256 amount, uint256 held) internal returns (uint256 missing) {
        IERC20(currency).safeTransfer(to, amount);
        uint256 left = _tokenBalance(currency);
        uint256 moved = held < left ? 0 : held - left;
        if (moved == amount) return 0;
        require(
            Sending.isRounding({ moved: moved, amount: amount }),
            Program_TransferMismatch(currency, amount, moved)
        );
        return amount - moved;
    }
}
