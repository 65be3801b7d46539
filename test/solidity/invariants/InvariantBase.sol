// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Handler } from "./handlers/Handler.t.sol";
import { Vm } from "../support/Vm.sol";

/// @dev Lets the runner call the handler, and nothing else.
abstract contract InvariantBase {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    Handler internal _handler;

    function setUp() external {
        _handler = new Handler();
        _handler.setUp();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0].addr = address(_handler);
        targets[0].selectors = _actions();
    }

    /// @dev All that the handler does.
    function _actions() internal view returns (bytes4[] memory selectors) {
        bytes4[54] memory all = [
            _handler.pay.selector,
            _handler.sendEther.selector,
            _handler.donate.selector,
            _handler.sync.selector,
            _handler.fund.selector,
            _handler.withdraw.selector,
            _handler.addReserve.selector,
            _handler.withdrawReserve.selector,
            _handler.announceWithdrawal.selector,
            _handler.paySale.selector,
            _handler.post.selector,
            _handler.postSome.selector,
            _handler.postBatch.selector,
            _handler.postAgain.selector,
            _handler.voidDuplicate.selector,
            _handler.openLane.selector,
            _handler.postPaid.selector,
            _handler.repost.selector,
            _handler.release.selector,
            _handler.refund.selector,
            _handler.dispute.selector,
            _handler.settleDispute.selector,
            _handler.enroll.selector,
            _handler.accept.selector,
            _handler.setTier.selector,
            _handler.setStatus.selector,
            _handler.attest.selector,
            _handler.graduate.selector,
            _handler.reachMilestone.selector,
            _handler.payMilestone.selector,
            _handler.countProgress.selector,
            _handler.setWithholding.selector,
            _handler.move.selector,
            _handler.exitLine.selector,
            _handler.amend.selector,
            _handler.tryAsStranger.selector,
            _handler.passPower.selector,
            _handler.appointStandby.selector,
            _handler.resetLimits.selector,
            _handler.suspendArbiter.selector,
            _handler.warp.selector,
            _handler.warpToBoundary.selector,
            _handler.claim.selector,
            _handler.claimMany.selector,
            _handler.claimTo.selector,
            _handler.claimLine.selector,
            _handler.settleLine.selector,
            _handler.claimResidual.selector,
            _handler.look.selector,
            // More often: most of what happens to a program is sales, and most disputes are settled, and amendments take several steps.
            _handler.postSome.selector,
            _handler.settleDispute.selector,
            _handler.settleDispute.selector,
            _handler.amend.selector,
            _handler.amend.selector
        ];
        selectors = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) selectors[i] = all[i];
    }

    function _assertHolds(uint256 rule) internal view {
        vm.assertEq(_handler.violations(rule), 0, _handler.lastViolation());
    }
}
