// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting } from "./CreditRates.sol";
import { History } from "./History.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { Logs } from "../libraries/Logs.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_START } from "../terms/TermsLayout.sol";

/// @title Lanes: in which order batches are posted
/// @dev A lane's word in one currency: end of its last window 40 | head 216.
abstract contract Lanes is IProgramSales, History {
    using PackedTerms for bytes;

    /// @dev For sales that come late: without windows, always open.
    uint256 private constant LATE = 0;

    /// @dev Open from the program's start on.
    uint256 private constant FIRST = 1;

    uint256 private constant COUNT = 16;
    uint256 private constant HEAD_AT = 40;

    /// @inheritdoc IProgramSales
    function openLane(uint256 lane, uint40 begins) external onlyOperator nonReentrant {
        require(lane > FIRST && lane < COUNT, Program_UnknownLane(lane));
        require(_laneBegins[lane] == 0, Program_LaneOpen(lane));
        require(begins > 0, Program_ZeroAmount());
        _laneBegins[lane] = begins;
        _foldOne(Logs.emit1(LaneOpened.selector, bytes32(lane), abi.encode(begins)));
    }

    /// @inheritdoc IProgramSales
    function laneOf(
        uint256 lane,
        address currency
    ) external view returns (uint256 begins, uint256 until, uint256 head) {
        bytes memory packed = _terms();
        uint256 word = _lanes[_laneKey(lane, _indexOf(packed, currency))];
        return (_beginOf(packed, lane), word & type(uint40).max, word >> HEAD_AT);
    }

    /// @dev Checks a batch's place in its lane and takes it.
    /// @return next The lane's head after it.
    function _advance(
        Posting memory posting,
        uint256 lane,
        uint256 head,
        uint256 from,
        uint256 until,
        bytes32 evidence,
        bytes calldata packed
    ) internal returns (uint256 next) {
        require(lane < COUNT, Program_UnknownLane(lane));
        uint256 key = _laneKey(lane, posting.currency);
        uint256 word = _lanes[key];
        require(head == word >> HEAD_AT, Program_OtherHead(lane, word >> HEAD_AT));
        if (lane == LATE) {
            require(from == 0 && until == 0, Program_InvalidWindow(from, until, 0));
        } else {
            uint256 earliest = word & type(uint40).max;
            if (earliest == 0) {
                earliest = _beginOf(posting.packed, lane);
                require(earliest > 0, Program_UnknownLane(lane));
            }
            bool fits = from >= earliest && until > from && until <= block.timestamp;
            require(fits, Program_InvalidWindow(from, until, earliest));
        }
        bytes32 hash = keccak256(abi.encode(head, posting.currency, lane, from, until, evidence, keccak256(packed)));
        next = uint256(hash) & type(uint216).max;
        // Safe: a window ends before now, below 2^40.
        _lanes[key] = (next << HEAD_AT) | until;
    }

    function _beginOf(bytes memory packed, uint256 lane) private view returns (uint256) {
        return lane == FIRST ? packed.number(AT_START, 5) : _laneBegins[lane];
    }

    function _laneKey(uint256 lane, uint256 currency) private pure returns (uint256) {
        return (lane << 8) | currency;
    }
}
