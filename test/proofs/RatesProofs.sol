// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Bonus } from "../../contracts/interfaces/TermsTypes.sol";
import { EXACT_ONE, ONE, YEAR } from "../../contracts/libraries/Constants.sol";
import { Rates } from "../../contracts/libraries/Rates.sol";

/// @title No rate is above what the terms' check reckons with
/// @notice Each function is a lemma, see `WaterfallProofs`.
contract RatesProofs {
    /// A bonus is the smaller of its maximum and its steps, whatever the measure; it never reverts.
    function bonusIsCapped(uint96 every, uint24 add, uint24 max, uint256 measure) external pure {
        require(every > 0);
        uint256 bonus = Rates.bonusOf(Bonus({ every: every, add: add, max: max }), measure);
        assert(bonus <= max);
        uint256 steps = measure / every;
        if (steps < 2 ** 32) {
            uint256 reached = steps * add;
            assert(bonus == (reached < max ? reached : max) || add == 0);
        }
        if (add == 0) assert(bonus == 0);
    }

    function noBonusForNothing(uint24 add, uint24 max, uint256 measure) external pure {
        assert(Rates.bonusOf(Bonus({ every: 0, add: add, max: max }), measure) == 0);
    }

    function rateIsCapped(uint256 sum, uint256 ceiling, uint256 commission) external pure {
        require(sum < 2 ** 32 && ceiling <= ONE && commission <= ONE);
        uint256 rate = Rates.capped(sum, ceiling, commission);
        assert(rate <= ceiling * ONE && rate <= commission * ONE && rate <= sum * ONE);
    }

    /// The highest sum has the highest rate: the worst case is found by adding up the highest additions.
    function rateGrowsWithItsSum(uint256 less, uint256 more, uint256 ceiling, uint256 commission) external pure {
        require(less <= more && more < 2 ** 32 && ceiling <= ONE && commission <= ONE);
        assert(Rates.capped(less, ceiling, commission) <= Rates.capped(more, ceiling, commission));
    }

    /// What missing roles leave to a filled one never takes it above its ceiling, nor below its own rate where that is within.
    function renormalisedIsCapped(uint256 rate, uint256 filled, uint256 missing, uint256 most) external pure {
        require(rate <= most && most <= EXACT_ONE && filled > 0 && filled <= 16 * ONE && missing <= 16 * ONE);
        (uint256 numerator, uint256 denominator) = Rates.renormalised(rate, filled, missing, most);
        assert(denominator > 0 && denominator < 2 ** 24 && numerator < 2 ** 66);
        assert(numerator <= most * denominator);
        assert(numerator >= rate * denominator);
    }

    function yearsCountFromTheirStart(uint256 since, uint256 count, uint256 second) external pure {
        require(since < 2 ** 40 && count < 1000 && second < YEAR);
        assert(Rates.fullYears(since, since + count * YEAR + second) == count);
    }

    function noYearBeforeTheStart(uint256 since, uint256 time) external pure {
        require(time <= since);
        assert(Rates.fullYears(since, time) == 0);
    }
}
