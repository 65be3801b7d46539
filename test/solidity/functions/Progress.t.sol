// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Progress } from "../../../contracts/interfaces/Types.sol";

contract ProgressTest is PartnersBase {
    function test_RevertWhen_ThePartnerIsUnknown() external {
        bytes memory unknown = abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4);
        vm.expectRevert(unknown);
        program.countProgress(4, address(usdc));
        vm.expectRevert(unknown);
        program.progressOf(4, address(usdc));
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        bytes memory unknown = abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger);
        vm.expectRevert(unknown);
        program.countProgress(ANA, stranger);
        vm.expectRevert(unknown);
        program.progressOf(ANA, stranger);
    }

    function test_WhenTheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _assertProgress(program.countProgress(ANA, address(usdc)), 0, 0, 0);
    }

    function test_GivenSalesAreHeld() external {
        _earn("a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _assertProgress(program.countProgress(ANA, address(usdc)), 0, 0, 0);
    }

    function test_GivenSalesAreLocked() external {
        _earn("a");
        _earn("b");
        _earn("c");
        _refund("r", "b", 50e6);
        _refund("s", "c", 100e6);
        _warpToLock();
        Progress memory told = program.progressOf(ANA, address(usdc));
        _assertProgress(told, 1, 2, 22_500_000);
        _assertProgress(program.countProgress(ANA, address(usdc)), 1, 2, 22_500_000);
        _assertProgress(program.progressOf(ANA, address(usdc)), 1, 2, 22_500_000);
        _assertProgress(program.progressOf(BEN, address(usdc)), 1, 0, 0);
    }

    function test_WhenItIsCountedAgain() external {
        _earnAndLock("a");
        program.countProgress(ANA, address(usdc));
        _assertProgress(program.countProgress(ANA, address(usdc)), 1, 1, 15e6);
        _earnAndLock("b");
        _assertProgress(program.countProgress(ANA, address(usdc)), 3, 2, 30e6);
    }

    function test_GivenThePartnerWasEnrolledLate() external {
        vm.warp(START + 5 * uint256(PERIOD));
        uint256 number = _enrollOne(program, stranger, "late");
        _assertProgress(program.countProgress(number, address(usdc)), 4, 0, 0);
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _warpToLock();
        _assertProgress(program.countProgress(number, address(usdc)), 6, 1, 15e6);
    }

    function test_WhenTheSilenceIsLongerThanOneCall() external {
        _earn("a");
        vm.warp(START + 200_000 * uint256(PERIOD));
        _earn("b");
        vm.warp(START + 200_002 * uint256(PERIOD));
        _assertProgress(program.progressOf(ANA, address(usdc)), 200_001, 2, 30e6);
        _assertProgress(program.countProgress(ANA, address(usdc)), 76_800, 1, 15e6);
        _assertProgress(program.progressOf(ANA, address(usdc)), 200_001, 2, 30e6);
        _assertProgress(program.countProgress(ANA, address(usdc)), 153_600, 1, 15e6);
        _assertProgress(program.countProgress(ANA, address(usdc)), 200_001, 2, 30e6);
    }

    function test_WhenMorePeriodsHaveCreditsThanOneCallLooksUp() external {
        for (uint256 i = 0; i < 601; ++i) {
            vm.warp(START + 2 * i * PERIOD);
            _earn(bytes32(i + 1));
        }
        vm.warp(START + 1_202 * uint256(PERIOD));
        _assertProgress(program.progressOf(ANA, address(usdc)), 1_201, 601, 601 * 15e6);
        _assertProgress(program.countProgress(ANA, address(usdc)), 1_200, 600, 600 * 15e6);
        _assertProgress(program.countProgress(ANA, address(usdc)), 1_201, 601, 601 * 15e6);
    }

    function _assertProgress(Progress memory progress, uint256 next, uint256 sales, uint256 earned) private pure {
        vm.assertEq(progress.next, next, "next");
        vm.assertEq(progress.sales, sales, "sales");
        vm.assertEq(progress.earned, earned, "earned");
    }
}
