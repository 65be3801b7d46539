// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { DisputeState } from "../../../contracts/interfaces/Types.sol";

contract CloseDisputeTest is DisputeBase {
    function test_RevertGiven_TheSaleIsNotInDispute() external {
        _postElsewhere("a");
        _expectNotDisputed("a");
        program.closeDispute(_shown("a"));
    }

    function test_RevertWhen_ItIsTheSecondBeforeTheDeadline() external {
        _postElsewhere("a");
        _disputeLate("a");
        uint256 deadline = START + 3 * uint256(PERIOD);
        vm.warp(deadline - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, deadline));
        program.closeDispute(_shown("a"));
    }

    function test_WhenItIsTheDeadline() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 3 * uint256(PERIOD));
        vm.prank(stranger);
        program.closeDispute(_shown("a"));
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Stands, "state");
        _drain();
    }

    function test_GivenTheDeadlineIsTheLock() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.warp(START + 2 * uint256(PERIOD));
        program.closeDispute(_shown("a"));
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    function test_RevertGiven_TheDisputeIsSettled() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.prank(arbiter);
        program.voidSale(_shown("a"), "");
        vm.warp(START + 3 * uint256(PERIOD));
        _expectNotDisputed("a");
        program.closeDispute(_shown("a"));
    }
}
