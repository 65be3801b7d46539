// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IncidentsBase } from "./IncidentsBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Way } from "../../../contracts/interfaces/Types.sol";

contract AttributorKeyTest is IncidentsBase {
    function _disputeTerms() internal view override returns (Terms memory terms) {
        terms = super._disputeTerms();
        terms.rules.postingLimit = _each(300e6);
    }

    function test_AttributorLost() external {
        vm.prank(operator);
        program.appointStandby();
        attributor = standby;
        _post(_mixed("later", 1e6));
    }

    /// @dev The thief posts for Cleo up to the limit; the guardian puts the standby in its place, which reverses all of it and
    /// posts the sales of the period all the same.
    function test_K5_AttributorStolen() external {
        uint256 funds = _funds();
        _post(_sale("invented", 200e6, _credits(_credit(CLEO, SELLER, 1))));
        vm.assertEq(_funds(), funds - 200e6, "what the funds lose");
        _expectLimit();
        _post(_mixed("more", 1));
        vm.startPrank(guardian);
        program.appointStandby();
        program.resetLimits();
        vm.stopPrank();
        _expectRefusal(_missing(attributor, Power.Attributor));
        _post(_mixed("more", 1));
        attributor = standby;
        _refund("r", "invented", 200e6);
        vm.assertEq(_funds(), funds, "back in the funds");
        _post(_mixed("honest", 300e6));
        vm.assertEq(_held(cleo), 31_500_000 + 3 * 31_500_000, "what is hers");
    }

    function test_AttributorGone() external {
        // There is no standby any more: another one waits for the days of the terms.
        vm.prank(guardian);
        program.appointStandby();
        _propose(operator, Power.Attributor, Way.HandOver, next);
        vm.warp(block.timestamp + HANDOVER);
        _accept(next, Power.Attributor, Way.HandOver);
        attributor = next;
        _post(_mixed("later", 1e6));
    }

    function _expectLimit() private {
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, address(usdc), 300e6 + 1, 300e6)
        );
    }
}
