// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting } from "./CreditRates.sol";
import { FLAG_COUNTS, FLAG_MISSING, FLAG_REFERRED } from "../terms/TermsLayout.sol";

/// @dev A batch while it is posted. `PlainSales` reads it by the offsets of its fields.
/// @param end Where it ends in calldata.
/// @param offset How far it is read.
/// @param lastId Of the sale before.
/// @param from The first second of its window.
/// @param until The first second after it; in the late lane later than any time.
/// @param owed What its sales paid elsewhere owe others.
/// @param total The sum of their amounts, wherever paid.
/// @param head What the heads of all its sales have in common.
/// @param log Where the log of the sale being posted lies in memory, topics first.
/// @param words Its words.
/// @param plainKinds How many kinds there are, of which a sale can be plain; 0 where none can.
/// @param numbers As in `Posting`, and so are all that follow.
struct Batch {
    uint256 end;
    uint256 offset;
    uint256 lastId;
    uint256 from;
    uint256 until;
    uint256 owed;
    uint256 total;
    uint256 head;
    uint256 log;
    uint256[] words;
    uint256 plainKinds;
    uint256[] numbers;
    uint256[] sums;
    uint256[] rates;
    uint256[] standing;
    uint256[] revenue;
    uint256[] setAside;
}

/// @title Posting plain sales, by hand
/// @notice A sale is plain where it was paid elsewhere, has no weights, and all its credits are of active partners in roles of the sale
/// itself, at rates that were looked up for a sale before. Most are, and this takes half the gas of what `Sales` and `Pricing` do for
/// all sales: same lines, same log. It posts a sale or leaves everything as it was; of a sale that is wrong it says nothing.
abstract contract PlainSales {
    /// @dev Whether sales of a batch can be plain.
    function _allowsPlain(Posting memory posting) internal pure returns (bool) {
        return
            posting.flags & (FLAG_COUNTS | FLAG_MISSING | FLAG_REFERRED) == 0 &&
            posting.outcomes == 0 &&
            posting.schedule.hold > 0;
    }

    /// @dev Posts the next sale of a batch if it is plain.
    /// @param place Of the sale in its batch.
    /// @return leaf Of the batch's tree; 0 where the sale is not plain, and nothing has changed.
    // One stretch of hand-written code: cut in two it would take more gas than it saves.
    // solhint-disable-next-line function-max-lines
    function _postPlain(Batch memory batch, uint256 place) internal returns (uint256 leaf) {
        // Memory-safe: writes the batch, its lists within their lengths, its log within the room that was taken for it, and scratch
        // space. Lists are read beyond their ends at most, where a place, a role or a kind is none, and what was read is not used.
        // Nothing overflows: calldata is shorter than 2^64, a sale is below 2^96 with at most 32 lines, and an exact rate below 2^40.
        assembly ("memory-safe") {
            let offset := mload(add(batch, 0x20))
            mstore(add(mload(add(batch, 0x100)), 0x20), calldataload(offset))
            // time 40 | amount 96 | kind 8 | form 8
            let facts := shr(104, calldataload(add(offset, 0x20)))
            let kind := and(shr(8, facts), 0xff)
            offset := add(offset, 51)
            // Paid here or with weights the form is above 63.
            let count := and(facts, 0xff)
            let plain := lt(count, 33)
            if plain {
                plain := and(plain, lt(kind, mload(add(batch, 0x140))))
                plain := and(plain, iszero(gt(add(offset, mul(count, 3)), mload(batch))))
                plain := and(plain, gt(mload(add(mload(add(batch, 0x100)), 0x20)), mload(add(batch, 0x40))))
                plain := and(plain, iszero(lt(shr(112, facts), mload(add(batch, 0x60)))))
                plain := and(plain, lt(shr(112, facts), mload(add(batch, 0x80))))
                plain := and(plain, shr(255, mload(add(add(mload(add(batch, 0x1c0)), 0x20), shl(5, kind)))))
                plain := and(plain, iszero(iszero(and(shr(16, facts), 0xffffffffffffffffffffffff))))
            }
            if plain {
                count := add(offset, mul(count, 3))
                let word := add(mload(add(batch, 0x120)), 0x20)
                kind := add(add(mload(add(batch, 0x1a0)), 0x20), shl(9, kind))
                // What the lines take, and which roles they are of.
                mstore(0, 0)
                mstore(0x20, 0)
                for {} lt(offset, count) {
                    offset := add(offset, 3)
                } {
                    // partner's place 16 | role 8
                    let credit := shr(232, calldataload(offset))
                    let line := mload(add(kind, shl(5, and(credit, 0xff))))
                    let partner := mload(add(add(mload(add(batch, 0x160)), 0x20), shl(5, shr(8, credit))))
                    plain := and(lt(shr(8, credit), mload(mload(add(batch, 0x160)))), lt(and(credit, 0xff), 16))
                    plain := and(
                        plain,
                        and(shr(252, line), not(or(shr(20, partner), shr(and(credit, 0xff), mload(0x20)))))
                    )
                    if iszero(plain) {
                        break
                    }
                    mstore(0x20, or(mload(0x20), shl(and(credit, 0xff), 1)))
                    let part := div(
                        mul(and(shr(16, facts), 0xffffffffffffffffffffffff), and(shr(64, line), 0xffffffffff)),
                        1000000000000
                    )
                    // The line's role and rate, and a weight of 1.
                    line := or(partner, or(and(line, 0xffffff00000), 0x100000000000))
                    mstore(word, or(line, shl(76, part)))
                    word := add(word, 0x20)
                    credit := add(add(mload(add(batch, 0x180)), 0x20), shl(5, shr(8, credit)))
                    mstore(credit, add(mload(credit), part))
                    mstore(0, add(mload(0), part))
                }
                if iszero(plain) {
                    // Takes back what was added.
                    for {} gt(word, add(mload(add(batch, 0x120)), 0x20)) {} {
                        word := sub(word, 0x20)
                        offset := sub(offset, 3)
                        let sum := shl(5, shr(240, calldataload(offset)))
                        sum := add(add(mload(add(batch, 0x180)), 0x20), sum)
                        mstore(sum, sub(mload(sum), and(shr(76, mload(word)), 0xffffffffffffffffffffffff)))
                    }
                }
                if plain {
                    mstore(add(batch, 0x20), offset)
                    let amount := and(shr(16, facts), 0xffffffffffffffffffffffff)
                    kind := and(shr(8, facts), 0xff)
                    let rate := and(mload(add(add(mload(add(batch, 0x1c0)), 0x20), shl(5, kind))), 0xffffff)
                    let aside := div(add(mul(amount, rate), 999999), 1000000)
                    let sum := add(mload(0), aside)
                    // No terms that were checked allow it. `Panic(0x11)`, as of `Pricing`.
                    if gt(sum, amount) {
                        mstore(0, shl(224, 0x4e487b71))
                        mstore(4, 0x11)
                        revert(0, 0x24)
                    }
                    mstore(add(batch, 0xa0), add(mload(add(batch, 0xa0)), sum))
                    mstore(add(batch, 0xc0), add(mload(add(batch, 0xc0)), amount))
                    sum := add(add(mload(add(batch, 0x1e0)), 0x20), shl(5, kind))
                    mstore(sum, add(mload(sum), amount))
                    sum := add(add(mload(add(batch, 0x200)), 0x20), shl(5, kind))
                    mstore(sum, add(mload(sum), aside))

                    sum := or(or(mload(add(batch, 0xe0)), amount), or(shl(116, kind), shl(124, and(facts, 0xff))))
                    sum := or(sum, or(shl(130, rate), or(shl(150, shr(112, facts)), shl(222, place))))
                    let log := mload(add(batch, 0x100))
                    mstore(add(batch, 0x40), mload(add(log, 0x20)))
                    mstore(add(log, 0x40), sum)
                    mstore(add(log, 0x80), and(facts, 0xff))
                    log2(add(log, 0x40), sub(word, add(log, 0x40)), mload(log), mload(add(log, 0x20)))
                    leaf := keccak256(log, sub(word, log))
                }
            }
        }
    }
}
