// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";

contract UseNonceTest is Base {
    function test_WhenCalled() external {
        vm.startPrank(ana);
        vm.assertEq(program.useNonce(), 0, "first");
        vm.assertEq(program.useNonce(), 1, "second");
        vm.stopPrank();
        vm.assertEq(program.nonces(ana), 2, "ana");
        vm.assertEq(program.nonces(ben), 0, "ben");
    }
}
