// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE } from "../../contracts/libraries/Constants.sol";
import { Limits } from "../../contracts/libraries/Limits.sol";

/// @title A standing line with clauses never earns more than without, and the same however it is settled
/// @notice Each function is a lemma, see `WaterfallProofs`.
contract LimitsProofs {
    /* THRESHOLDS */

    function beyondIsAtMostItsBase(uint256 counted, uint256 base, uint256 threshold) external pure {
        require(counted < 2 ** 97 && base < 2 ** 97);
        assert(Limits.beyond(counted, base, threshold) <= base);
    }

    /// Two segments count what one of both would.
    function beyondTelescopes(uint256 counted, uint256 first, uint256 second, uint256 threshold) external pure {
        require(counted < 2 ** 97 && first < 2 ** 97 && second < 2 ** 97 && threshold < 2 ** 216);
        uint256 one = Limits.beyond(counted, first, threshold);
        uint256 two = Limits.beyond(counted + first, second, threshold);
        assert(one + two == Limits.beyond(counted, first + second, threshold));
    }

    /// A line beyond a threshold is funded by what was set aside for its rate of all.
    function beyondIsFunded(uint256 counted, uint256 base, uint256 threshold, uint256 rate) external pure {
        require(counted < 2 ** 97 && base < 2 ** 97 && rate <= ONE);
        uint256 over = Limits.beyond(counted, base, threshold);
        // As `beyondIsAtMostItsBase` shows.
        require(over <= base);
        uint256 earned = (over * rate) / ONE;
        assert(earned * ONE <= base * rate);
    }

    /* CAPS */

    function capLetsThroughNoMore(uint256 capped, uint256 raw, uint256 cap) external pure {
        require(capped < 2 ** 97 && raw < 2 ** 97);
        uint256 earned = Limits.within(capped, raw, cap);
        assert(earned <= raw);
        if (capped <= cap) assert(capped + earned <= cap);
    }

    /// Two segments earn what one of both would.
    function capTelescopes(uint256 capped, uint256 first, uint256 second, uint256 cap) external pure {
        require(capped < 2 ** 97 && first < 2 ** 97 && second < 2 ** 97 && cap < 2 ** 216);
        uint256 one = Limits.within(capped, first, cap);
        uint256 two = Limits.within(capped + one, second, cap);
        assert(one + two == Limits.within(capped, first + second, cap));
    }

    /* GUARANTEES */

    /// With what is due a line has its minimum, and its fee beside what it earned; never more than both ask for.
    function dueFillsUpToTheGuarantee(uint256 fee, uint256 minimum, uint256 earned) external pure {
        require(fee < 2 ** 216 && minimum < 2 ** 216 && earned < 2 ** 97);
        uint256 whole = earned + Limits.due(fee, minimum, earned);
        assert(whole >= minimum && whole >= earned + fee);
        assert(whole == minimum || whole == earned + fee);
    }

    /// The residual, then the reserve: what they pay and what waits is what was due, and neither is overdrawn.
    function guaranteesAreConserved(uint256 due, uint256 residual, uint256 reserve) external pure {
        require(due < 2 ** 216 && residual < 2 ** 101 && reserve < 2 ** 128);
        uint256 paid = due < residual ? due : residual;
        uint256 reserved = due - paid < reserve ? due - paid : reserve;
        uint256 unfunded = due - paid - reserved;
        assert(paid + reserved + unfunded == due);
        // Where something waits nothing is left: so a reserve is never beside arrears.
        if (unfunded > 0) assert(residual == paid && reserve == reserved);
    }
}
