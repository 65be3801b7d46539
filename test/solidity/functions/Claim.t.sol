// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramEvents } from "../../../contracts/interfaces/IProgramEvents.sol";
import { Terms } from "../../../contracts/interfaces/Types.sol";

contract ClaimTest is Base {
    function test_WhenTheSilenceIsLongerThanOneWalk() external {
        vm.warp(START + 1_300 * uint256(PERIOD));
        _fund(100e6);
        _post(_sale("late", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 0, "first walk");
        vm.assertEq(program.claim(ana, address(usdc)), 0, "second walk");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "third walk");
        vm.expectRevert(abi.encodeWithSelector(IProgramEvents.Program_NothingToClaim.selector, ana, address(usdc)));
        program.claim(ana, address(usdc));
        _assertSolvent(program);
    }
}
