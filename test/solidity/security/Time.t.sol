// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Base } from "../Base.t.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";

/// @dev Far away times, long silences and what was forced in.
contract TimeTest is Base {
    /// @dev 32-bit seconds end in 2106: nothing here has 32 bits.
    function test_TheYear2106PassesUnnoticed() external {
        uint256 edge = uint256(type(uint32).max) + 1;
        vm.warp(edge - 1);
        _fund(200e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.warp(edge);
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        // More than 80 years of periods lie behind: the first call covers part of them.
        uint256 paid = 0;
        for (uint256 i = 0; i < 3 && paid == 0; ++i) paid += program.claim(ana, address(usdc));
        vm.assertEq(paid, 30e6, "paid");
        vm.assertEq(program.statement(ana, address(usdc), _periodAt(edge)).claimed, 30e6, "claimed");
        _assertSolvent(program);
    }

    /// @dev Years of silence: what was earned before is paid after, whole.
    function test_YearsOfSilenceLoseNothing() external {
        _fund(17e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _pay(INITIAL, 50e6);
        vm.warp(START + 60 * 365 days);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "ana");
        vm.assertEq(program.claimLine(MODERATORS, address(usdc)), 3e6, "moderators");
        vm.assertEq(program.claimResidual(address(usdc), 1_000), 49e6, "residual");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "nothing is stuck");
    }

    /// @dev A year is 365 days from the partner's or the line's own start: leap days are not counted.
    function test_LeapDaysAreNotCounted() external {
        // 2028 is a leap year: two years of 365 days after 2026-01-01 is 2028-01-01, three is 2028-12-31.
        vm.warp(START + 3 * 365 days - 1);
        vm.assertEq(_affiliateRate(), 14 * PERCENT, "third year");
        vm.warp(1_861_833_600); // 2028-12-31
        vm.assertEq(block.timestamp, START + 3 * 365 days, "2028-12-31");
    }

    function test_AProgramThatBeganLongAgoWorks() external {
        Terms memory terms = _terms();
        terms.start = 1;
        program = _create(terms);
        _enroll(program);
        _fund(17e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "ana was enrolled today, not in 1970");
    }

    /// @dev 2^20 segments are 2,872 years of days: after that posting stops with a clear error, claims go on.
    function test_AProgramOlderThanItsRecordsStopsPosting() external {
        Terms memory terms = _terms();
        terms.period = 1 days;
        program = _create(terms);
        _enroll(program);
        _fund(100e6);
        // Three inner cuts would count; this program's cuts lie on full days.
        vm.warp(START + ((1 << 20) - 1) * uint256(1 days));
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.warp(START + (1 << 20) * uint256(1 days));
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_TooOld.selector, 1 << 20));
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
    }

    /// @dev Donated and forced money is nobody's until someone syncs it, and then revenue.
    function test_ForcedMoneyIsNobodysUntilSynced() external {
        _pay(INITIAL, 100e6);
        vm.deal(address(program), 5 ether);
        usdc.mint(address(program), 7e6);
        _assertSolvent(program);
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        program.claimResidual(address(usdc), 100);
        vm.assertEq(usdc.balanceOf(address(program)), 7e6, "the donation waits");
        vm.assertEq(program.sync(address(usdc)), 7e6, "then it counts");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, block.timestamp).revenue, 7e6, "as revenue");
    }

    function _affiliateRate() private view returns (uint256) {
        return _preview(_sale("a", 100e6, _credits(_credit(ANA, AFFILIATE, 1))))[0].rate;
    }

    function _periodAt(uint256 time) private pure returns (uint256) {
        return (time - START) / PERIOD;
    }
}
