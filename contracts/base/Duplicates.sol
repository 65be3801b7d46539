// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Disputes } from "./Disputes.sol";
import { PostedSale } from "./ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, ShownSale } from "../interfaces/Types.sol";
import { NO_ROLE } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";

/// @title Sales posted twice under one id
abstract contract Duplicates is Disputes {
    using PackedTerms for bytes;
    using SaleWords for uint256;

    string private constant REASON = "posted twice";

    /// @inheritdoc IProgramDisputes
    function voidDuplicate(ShownSale calldata standing, ShownSale calldata duplicate) external nonReentrant {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        PostedSale memory first = _loadSale(schedule, standing);
        PostedSale memory second = _loadSale(schedule, duplicate);
        require(first.id == second.id && _standsBefore(first, second), Program_NotDuplicate(second.id));
        uint256 left = _leftOf(first);
        require(left > 0 && first.state.dispute != DisputeState.Void, Program_NothingLeft(first.id));
        bytes32 hash = Logs.emit1({
            selector: SaleDuplicated.selector,
            topic: second.id,
            data: abi.encode(first.place, second.place)
        });
        bool covers = first.head.currency() == second.head.currency() && left >= second.head.amount();
        bytes32 result =
            covers
                ? _voidHeld(schedule, second)
                : _freeze({
                    packed: packed,
                    schedule: schedule,
                    sale: second,
                    shown: duplicate,
                    number: 0,
                    role: NO_ROLE,
                    reason: REASON,
                    evidence: 0
                });
        _fold({ count: 2, digest: keccak256(bytes.concat(hash, result)) });
    }

    /// @dev One that was paid here stands before one that was not, else the one that was posted first.
    function _standsBefore(PostedSale memory one, PostedSale memory other) private pure returns (bool) {
        bool isPaid = one.payer != address(0);
        if (isPaid != (other.payer != address(0))) return isPaid;
        return one.place < other.place;
    }

    /// @dev Gives back all that is left of a held sale, disputed or not: else whoever it pays could dispute it in good time. One that
    /// the arbiter gave to others is theirs.
    /// @return hash Of its log.
    function _voidHeld(Schedule memory schedule, PostedSale memory sale) private returns (bytes32 hash) {
        require(!sale.state.reattributed, Program_AlreadyDisputed(sale.id));
        _requireHeld(sale);
        require(_leftOf(sale) > 0, Program_NothingLeft(sale.id));
        (uint256[] memory left, uint256 sum) = _linesLeft(sale);
        if (sale.state.dispute == DisputeState.Open) _frozen[sale.head.currency()] -= sum;
        else _uncreditLines({ sale: sale, amounts: left, whole: true });
        return _void({ schedule: schedule, sale: sale, credited: sum, reason: REASON });
    }
}
