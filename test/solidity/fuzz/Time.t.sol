// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Partner } from "../../../contracts/interfaces/Types.sol";

/// @dev F9: periods of a day, for two centuries: more than 16 bits count.
contract TimeFuzzTest is Base {
    function test_F9_ATierChangesFromTheNextPeriodOnHoweverLate(uint256 seed) external {
        Terms memory terms = _terms();
        terms.period = 1 days;
        program = _create(terms);
        _enroll(program);
        uint256 period = seed % 75_000;
        vm.warp(START + period * 1 days + ((seed >> 64) % 1 days));
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tierPeriod, period + 1, "from");
        vm.assertEq(_affiliateRate(), _rateAt(period * 1 days, 0), "still the old one");
        vm.warp(START + (period + 1) * 1 days);
        vm.assertEq(_affiliateRate(), _rateAt((period + 1) * 1 days, 5 * PERCENT), "the new one");
    }

    /// @dev 10 %, 2 % more each of the first two years, 16 % at most.
    function _rateAt(uint256 age, uint256 tier) private pure returns (uint256 rate) {
        uint256 year = age / 365 days;
        rate = (10 + 2 * (year < 2 ? year : 2)) * uint256(PERCENT) + tier;
        if (rate > 16 * PERCENT) rate = 16 * PERCENT;
    }

    function _affiliateRate() private view returns (uint256) {
        return _preview(_sale("a", 100e6, _credits(_credit(ANA, AFFILIATE, 1))))[0].rate;
    }
}
