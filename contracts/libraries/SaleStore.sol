// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";
import { Share } from "./Waterfall.sol";

/// @dev What is stored of a sale beside its lines.
struct SaleHead {
    uint256 amount;
    uint256 ordinal;
    uint256 kind;
    uint256 currency;
}

/// @title Sales in as few storage slots as they fit
/// @notice ```
/// word 0      amount 96 | segment 20 | kind 5 | currency 3 | lines 132
/// lines       up to three times (partner 20, role 4, rate 20), each alone in its role; or, where the first partner
///             is 0, the count of lines that follow
/// words 1..   three lines each: (partner 20, role 4, rate 20, weight 32)
/// ```
/// Amounts are not stored: they follow from the sale, the frozen rates and the weights.
library SaleStore {
    uint256 internal constant MAX_LINES = 33;

    uint256 private constant LINES_AT = 124;
    uint256 private constant SHORT_LINE = 44;
    uint256 private constant LONG_LINE = 76;
    uint256 private constant LINES_PER_WORD = 3;

    /// @param alone Whether no two shares are of one role and stage, see `Waterfall.survey`.
    function store(uint256[12] storage words, SaleHead memory head, Share[] memory shares, bool alone) internal {
        uint256 count = shares.length;
        require(head.ordinal < 1 << 20, IProgramErrors.Program_TooOld(head.ordinal));
        require(count <= MAX_LINES, IProgramErrors.Program_TooManyLines(count, MAX_LINES));
        uint256 word = head.amount | (head.ordinal << 96) | (head.kind << 116) | (head.currency << 121);
        if (alone && count <= LINES_PER_WORD) {
            // At most three: the shift stays within the word.
            unchecked {
                for (uint256 i = 0; i < count; ++i) {
                    word |= _shortLine(shares[i]) << (LINES_AT + i * SHORT_LINE);
                }
            }
        } else {
            // The first partner's 20 bits stay 0; the count lies above them.
            word |= count << (LINES_AT + 20);
            _storeLong(words, shares);
        }
        words[0] = word;
    }

    function loadHead(uint256[12] storage words) internal view returns (SaleHead memory head) {
        return _head(words[0]);
    }

    /// @notice The head and the lines, without stages, wallets and amounts.
    function load(uint256[12] storage words) internal view returns (SaleHead memory head, Share[] memory shares) {
        uint256 word = words[0];
        head = _head(word);
        uint256 lines = word >> LINES_AT;
        if (lines & 0xFFFFF != 0) return (head, _loadShort(lines));
        shares = new Share[](lines >> 20);
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 line = words[1 + i / LINES_PER_WORD] >> ((i % LINES_PER_WORD) * LONG_LINE);
            shares[i] = _share(line);
            shares[i].weight = (line >> SHORT_LINE) & type(uint32).max;
        }
    }

    function _loadShort(uint256 lines) private pure returns (Share[] memory shares) {
        uint256 count =
            lines >> SHORT_LINE == 0
                ? 1
                : lines >> (2 * SHORT_LINE) == 0
                    ? 2
                    : 3;
        shares = new Share[](count);
        for (uint256 i = 0; i < count; ++i) {
            shares[i] = _share(lines >> (i * SHORT_LINE));
            shares[i].weight = 1;
        }
    }

    function _storeLong(uint256[12] storage words, Share[] memory shares) private {
        uint256 word = 0;
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 line = _shortLine(shares[i]) | (shares[i].weight << SHORT_LINE);
            word |= line << ((i % LINES_PER_WORD) * LONG_LINE);
            if (i % LINES_PER_WORD == LINES_PER_WORD - 1 || i == shares.length - 1) {
                words[1 + i / LINES_PER_WORD] = word;
                word = 0;
            }
        }
    }

    function _shortLine(Share memory share) private pure returns (uint256) {
        return share.partner | (share.role << 20) | (share.rate << 24);
    }

    function _share(uint256 line) private pure returns (Share memory share) {
        share.partner = line & 0xFFFFF;
        share.role = (line >> 20) & 0xF;
        share.rate = (line >> 24) & 0xFFFFF;
    }

    function _head(uint256 word) private pure returns (SaleHead memory) {
        return
            SaleHead({
                amount: word & type(uint96).max,
                ordinal: (word >> 96) & 0xFFFFF,
                kind: (word >> 116) & 0x1F,
                currency: (word >> 121) & 0x7
            });
    }
}
