// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { PER_LIFE } from "../../../contracts/libraries/Constants.sol";
import { assertGas } from "../support/GasBounds.sol";

contract SettleLineTest is Base {
    function test_RevertWhen_TheLineIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        program.settleLine(2, address(usdc));
    }

    function test_GivenNothingIsLocked() external {
        _pay(INITIAL, 100e6);
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 0, "before the lock");
    }

    function test_GivenSomethingIsLocked() external {
        _pay(INITIAL, 100e6);
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.LineSettled(MODERATORS, moderators, address(usdc), 2e6);
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 2e6, "answer");
        vm.assertEq(program.claimable(moderators, address(usdc)), 2e6, "claimable");
        vm.assertEq(usdc.balanceOf(moderators), 0, "paid");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
    }

    function test_GivenItWasSettledBefore() external {
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.settleLine(MODERATORS, address(usdc));
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 0, "second");
        vm.assertEq(program.claimable(moderators, address(usdc)), 2e6, "claimable");
    }

    function test_WhenTheSilenceIsLongerThanOneCall() external {
        _useManyKindsAndCuts();
        vm.warp(START + 700 * uint256(PERIOD));
        _pay(15, 100e6);
        _warpToLock();
        uint256 settled = 0;
        uint256 calls = 0;
        for (; settled == 0 && calls < 20; ++calls) {
            uint256 before = gasleft();
            settled = program.settleLine(0, address(usdc));
            assertGas(before - gasleft(), 12_000_000, "gas of a call");
        }
        vm.assertEq(settled, 1e4, "settled");
        vm.assertEq(calls, 6, "calls");
    }

    function test_WhenTheSilenceOfALineOnFewKindsIsLongerThanOneCall() external {
        vm.warp(START + 1_300 * uint256(PERIOD));
        _pay(INITIAL, 100e6);
        _warpToLock();
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 0, "600 segments");
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 0, "1,200 segments");
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 2e6, "the rest");
    }

    /// @dev 255 clauses, of 266 lines on 16 kinds, are more than one call means to look at.
    function test_GivenTheTermsHaveTheMostClauses() external {
        Terms memory terms = _bareTerms();
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](266);
        for (uint256 i = 0; i < 266; ++i) {
            terms.standing[i] = _line("", moderators, 100);
            if (i < 255) terms.standing[i].clauses.buyout = 1;
        }
        (terms.standing[0].clauses.capPer, terms.standing[0].clauses.cap) = (PER_LIFE, _only(USDC, 15_000));
        program = _create(terms);
        _pay(INITIAL, 100e6);
        vm.warp(START + PERIOD);
        _pay(INITIAL, 100e6);
        _warpToLock();
        vm.assertEq(program.settleLine(0, address(usdc)), 10_000, "one period");
        vm.assertEq(program.settleLine(0, address(usdc)), 5_000, "the next, up to its cap");
    }

    /// @dev One line on 16 kinds, and others that cut the first 160 days.
    function _useManyKindsAndCuts() private {
        Terms memory terms = _bareTerms();
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](81);
        for (uint256 i = 0; i < 81; ++i) {
            terms.standing[i] = _line("l", moderators, 100);
            terms.standing[i].kinds = i == 0 ? type(uint16).max : 1;
            if (i > 0) terms.standing[i].starts = uint40(START + 2 * i * 1 days);
            if (i > 0) terms.standing[i].ends = uint40(START + (2 * i + 1) * 1 days);
        }
        program = _create(terms);
    }
}
