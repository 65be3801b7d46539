// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";

/// @dev Among many, nobody is paid less than 15.
contract MinimumPayoutTest is PartnersBase {
    function _partnersTerms() internal view override returns (Terms memory terms) {
        terms = super._partnersTerms();
        terms.rules.minimumPayout = _each(15e6);
    }

    function test_WhenAPartyCanClaimOneUnitLessAmongMany() external {
        _sell(ANA, 99_999_999);
        _sell(BEN, 100e6);
        _warpToLock();
        address[] memory parties = new address[](2);
        (parties[0], parties[1]) = (ana, ben);
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "ana");
        vm.assertEq(usdc.balanceOf(ben), 15e6, "ben");
        vm.assertEq(_claimable(ana), 14_999_999, "still ana's");
        _assertSolvent(program);
        _sell(ANA, 10);
        _warpToLock();
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "later");
        _assertSolvent(program);
    }

    function test_WhenAPartyCanClaimAsMuchAmongMany() external {
        _earnAndLock("a");
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_WhenAPartyCanClaimLessByItself() external {
        _sell(ANA, 10e6);
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 1.5e6, "paid");
    }

    function test_WhenAPartOfWhatItCanClaimIsWithheld() external {
        _withhold(50 * PERCENT);
        _sell(ANA, 99_999_999);
        _warpToLock();
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(_claimable(ana), 14_999_999, "passed over");
        _sell(ANA, 10);
        _warpToLock();
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 7.5e6, "paid");
        _assertSolvent(program);
    }

    function test_WhenItIsTheTreasuryThatCanClaimLess() external {
        _pay(INITIAL, 1e6);
        _warpToLock();
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(treasury), 0.98e6, "paid");
    }

    function test_WhenTheSilenceIsLongerThanOneCall() external {
        vm.warp(START + 100_000 * uint256(PERIOD));
        _earnAndLock("a");
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "not reached yet");
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function _sell(uint256 partner, uint256 amount) private {
        _fund(amount);
        _post(
            _sale(keccak256(abi.encode(partner, block.timestamp)), amount, _credits(_credit(partner, INTEGRATION, 1)))
        );
    }
}
