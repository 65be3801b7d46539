// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Vm } from "../support/Vm.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";

/// @dev S1: a token of the stETH kind moves up to two units less than it was told to, on some days. No claim is refused for it,
/// nothing is paid over, and what did not leave stays the party's.
contract ShareTokensTest is Base {
    RoundingToken private token;

    function test_R5_NoDayRefusesAClaim(uint256 seed) external {
        _open(seed);
        uint256 due = program.claimable(ana, address(token));
        for (uint256 day = 0; day < 40; ++day) {
            token.rebase(1e20 + (uint256(keccak256(abi.encode(seed, day))) % 1e18));
            uint256 state = vm.snapshotState();
            uint256 before = token.balanceOf(address(program));
            if (day % 2 == 0) program.claim(ana, address(token));
            else program.claimMany(_parties(), address(token));
            uint256 moved = before - token.balanceOf(address(program));
            uint256 left = program.claimable(ana, address(token));
            vm.assertEq(moved + left, due, "what did not leave is still owed");
            vm.assertLe(left, 2, "two units at most");
            vm.assertEq(program.account(ana, address(token)).claimed, moved, "claimed");
            _assertSolvent(program);
            vm.revertToState(state);
        }
    }

    function test_F12_WhatIsShortIsTold() external {
        _open(7);
        uint256 short = 0;
        for (uint256 day = 0; day < 40; ++day) {
            token.rebase(1e20 + (uint256(keccak256(abi.encode(uint256(7), day))) % 1e18));
            uint256 state = vm.snapshotState();
            vm.recordLogs();
            program.claim(ana, address(token));
            uint256 left = program.claimable(ana, address(token));
            vm.assertEq(_told(), left, "told");
            if (left > 0) ++short;
            vm.revertToState(state);
        }
        vm.assertTrue(short > 3, "on a tenth of the days at least");
    }

    function _told() private returns (uint256 amount) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == IProgram.ClaimShort.selector) amount = abi.decode(logs[i].data, (uint256));
        }
    }

    function _open(uint256 seed) private {
        token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        token.mintShares(address(0xB16), 1e24, 1.15e24 + (seed % 1e20));
        Terms memory terms = _terms();
        terms.currencies[USDC] = address(token);
        program = _create(terms);
        _enroll(program);
        token.mintShares(operator, 1e21, 1e21);
        vm.startPrank(operator);
        token.approve(address(program), type(uint256).max);
        program.fund(address(token), 500e18);
        vm.stopPrank();
        _postIn(address(token), _sale("a", 100e18 + (seed % 1e18), _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
    }

    function _parties() private view returns (address[] memory parties) {
        parties = new address[](1);
        parties[0] = ana;
    }
}
