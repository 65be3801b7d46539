// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";

/// @dev What the program does with it is tested at `claimMany`.
contract PushTokenTest is Base {
    function test_RevertWhen_AnotherThanTheProgramCalls() external {
        _fund(1e6);
        address[3] memory callers = [operator, attributor, stranger];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotItself.selector, callers[i]));
            vm.prank(callers[i]);
            program.pushToken(address(usdc), callers[i], 1e6, 1e6);
        }
    }
}
