// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Waterfall } from "../../contracts/libraries/Waterfall.sol";

/// @title Refunds take back no more than was earned, and all of it in the end
/// @notice Each function is a lemma, see `WaterfallProofs`.
contract ReversalProofs {
    function reversalIsAtMostTheLine(uint256 line, uint256 refunded, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale && refunded <= sale);
        assert(Waterfall.reversed(line, refunded, sale) <= line);
    }

    function nothingIsReversedAtFirst(uint256 line, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale);
        assert(Waterfall.reversed(line, 0, sale) == 0);
    }

    function allIsReversedAtLast(uint256 line, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale);
        assert(Waterfall.reversed(line, sale, sale) == line);
    }

    /// No refund gives back what an earlier one took: each takes the step by which the total grows.
    function reversalGrows(uint256 line, uint256 before, uint256 afterwards, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale && before <= afterwards && afterwards <= sale);
        assert(Waterfall.reversed(line, before, sale) <= Waterfall.reversed(line, afterwards, sale));
    }

    /// Two refunds take what one of both would.
    function reversalTelescopes(uint256 line, uint256 first, uint256 second, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale && first <= sale && second <= sale - first);
        uint256 before = Waterfall.reversed(line, first, sale);
        uint256 afterwards = Waterfall.reversed(line, first + second, sale);
        // As `reversalGrows` shows.
        require(before <= afterwards);
        uint256 stepOne = before - Waterfall.reversed(line, 0, sale);
        uint256 stepTwo = afterwards - before;
        assert(stepOne + stepTwo == afterwards);
    }

    /// A line keeps at most its share of what is left of its sale.
    function lineKeepsAtMostItsShare(uint256 line, uint256 refunded, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale && refunded <= sale);
        uint256 kept = line - Waterfall.reversed(line, refunded, sale);
        assert(kept * sale <= line * (sale - refunded));
    }
}
