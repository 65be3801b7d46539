// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Pages } from "../../../contracts/terms/Pages.sol";
import { Vm } from "../support/Vm.sol";

contract PagesTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_OfTwoEndsTheEarlierCounts() external pure {
        vm.assertEq(Pages.earlier(3, 5), 3, "the first");
        vm.assertEq(Pages.earlier(5, 3), 3, "the second");
        vm.assertEq(Pages.earlier(4, 4), 4, "both");
    }

    function test_AnEndOfNothingIsNever() external pure {
        vm.assertEq(Pages.earlier(0, 5), 5, "the second");
        vm.assertEq(Pages.earlier(5, 0), 5, "the first");
        vm.assertEq(Pages.earlier(0, 0), 0, "never");
    }
}
