// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramEvents } from "../../../contracts/interfaces/IProgramEvents.sol";

contract PushTokenTest is Base {
    function test_RevertWhen_TheCallerIsNotTheProgram() external {
        _fund(1e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramEvents.Program_NotItself.selector, operator));
        vm.prank(operator);
        program.pushToken(address(usdc), operator, 1);
    }
}
