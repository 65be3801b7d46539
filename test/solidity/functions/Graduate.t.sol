// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramTiers } from "../../../contracts/interfaces/IProgramTiers.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Partner, Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER, FIRST_POOL } from "../../../contracts/libraries/Constants.sol";

/// @dev Tier 1 asks for 15 earned and a sale, tier 2 for 30, 3 sales, 3 months and a score of 70.
contract GraduateTest is PartnersBase {
    function test_RevertWhen_ThePartnerIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        program.graduate(4, 1, address(usdc));
    }

    function test_RevertWhen_TheNumberIsAPools() external {
        Terms memory terms = _partnersTerms();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        _use(terms);
        vm.assertEq(program.partnerAt(FIRST_POOL).wallet, stranger, "the pool");
        bytes memory unknown = abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, FIRST_POOL);
        vm.expectRevert(unknown);
        program.graduate(FIRST_POOL, 1, address(usdc));
        vm.startPrank(operator);
        vm.expectRevert(unknown);
        program.setTier(FIRST_POOL, 1, "");
        vm.expectRevert(unknown);
        program.setStatus(FIRST_POOL, Status.Suspended, "");
        vm.expectRevert(unknown);
        program.attest(FIRST_POOL, 1, "");
        vm.stopPrank();
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.graduate(ANA, 1, stranger);
    }

    function test_RevertWhen_TheTermsKnowNoGraduationToTheTier() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "graduation"));
        program.graduate(ANA, 3, address(usdc));
    }

    /// @dev Where something must be earned, nothing of it is no little.
    function test_RevertWhen_TheTierAsksForEarningsInOtherCurrencies() external {
        Terms memory terms = _partnersTerms();
        terms.graduations[0].earned = _only(USDC, 15e6);
        _use(terms);
        _earnAndLock("a");
        program.countProgress(ANA, address(usdc));
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "currency"));
        program.graduate(ANA, 1, ETHER);
        _graduate(1);
    }

    function test_RevertGiven_ThePartnerHasTheTierOrAHigherOne() external {
        _earnAndLock("a");
        vm.prank(operator);
        program.setTier(ANA, 2, "");
        vm.warp(block.timestamp + PERIOD);
        vm.expectRevert(_alreadyReached(1));
        _graduate(1);
        vm.expectRevert(_alreadyReached(2));
        _graduate(2);
        vm.expectRevert(_alreadyReached(0));
        _graduate(0);
    }

    function test_RevertGiven_AChangeToTheTierIsPending() external {
        _earnAndLock("a");
        _graduate(1);
        vm.expectRevert(_alreadyReached(1));
        _graduate(1);
    }

    function test_GivenAChangeToALowerTierIsPending() external {
        _earnAndLock("a");
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(block.timestamp + PERIOD);
        vm.prank(operator);
        program.setTier(ANA, 0, "down again");
        _graduate(1);
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tier, 1, "tier");
        vm.assertEq(partner.nextTier, 1, "next tier");
    }

    function test_RevertGiven_ThePartnerIsSuspendedOrLeft() external {
        _earnAndLock("a");
        Status[2] memory statuses = [Status.Suspended, Status.Left];
        for (uint256 i = 0; i < 2; ++i) {
            if (statuses[i] == Status.Left) {
                vm.prank(ana);
                program.leaveProgram(ana, "");
            } else {
                vm.prank(operator);
                program.setStatus(ANA, statuses[i], "");
            }
            vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, ANA, statuses[i]));
            _graduate(1);
        }
    }

    function test_RevertGiven_TooLittleWasEarned() external {
        _fund(100e6);
        _post(_sale("a", 99_999_999, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        _expectNotReached("earned", 14_999_999, 15e6);
        _graduate(1);
    }

    function test_RevertGiven_WhatWasEarnedIsNotLocked() external {
        _earn("a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _expectNotReached("earned", 0, 15e6);
        _graduate(1);
        vm.warp(START + 2 * uint256(PERIOD));
        _graduate(1);
    }

    function test_GivenSalesWereRefunded() external {
        _earn("a");
        _refund("r", "a", 50e6);
        _earn("b");
        _refund("s", "b", 100e6);
        _warpToLock();
        _expectNotReached("earned", 7_500_000, 15e6);
        _graduate(1);
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, 1, "sales");
    }

    function test_RevertGiven_TooFewSales() external {
        _fund(1_000e6);
        _post(_sale("a", 500e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _post(_sale("b", 500e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(ANA, AFFILIATE, 1))));
        vm.warp(START + 4 * uint256(PERIOD));
        _expectNotReached("sales", 2, 3);
        _graduate(2);
    }

    function test_RevertGiven_ItEarnedEnoughInAnotherCurrencyAlone() external {
        _earnAndLock("a");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotReached.selector, ANA, "earned", 0, 15 ether));
        program.graduate(ANA, 1, ETHER);
    }

    function test_RevertGiven_TooFewMonths() external {
        for (uint256 i = 0; i < 3; ++i) _earn(bytes32(i + 1));
        vm.prank(operator);
        program.attest(ANA, 70, "");
        vm.warp(START + 90 days - 1);
        _expectNotReached("months", 2, 3);
        _graduate(2);
        // Cleo will join in ten years.
        vm.warp(START);
        Enrollment[] memory late = new Enrollment[](1);
        late[0] = _enrollment(stranger, "late");
        late[0].joined = START + 3_650 days;
        vm.prank(operator);
        program.enroll(late);
        _fund(300e6);
        for (uint256 i = 0; i < 3; ++i) _post(_sale(bytes32(i + 9), 100e6, _credits(_credit(4, INTEGRATION, 1))));
        vm.warp(START + 90 days);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotReached.selector, 4, "months", 0, 3));
        program.graduate(4, 2, address(usdc));
        _graduate(2);
    }

    function test_RevertGiven_TooLowAScore() external {
        for (uint256 i = 0; i < 3; ++i) _earn(bytes32(i + 1));
        vm.prank(operator);
        program.attest(ANA, 69, "");
        vm.warp(START + 90 days);
        _expectNotReached("score", 69, 70);
        _graduate(2);
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _partnersTerms();
        terms.holdPeriods = 0;
        _use(terms);
        _earn("a");
        vm.warp(START + uint256(PERIOD) - 1);
        _expectNotReached("earned", 0, 15e6);
        _graduate(1);
        vm.warp(START + uint256(PERIOD));
        _graduate(1);
    }

    function test_GivenASaleIsInDispute() external {
        Terms memory terms = _partnersTerms();
        terms.rules.disputes = 1;
        terms.rules.disputePeriods = 1;
        _use(terms);
        _earn("a");
        vm.prank(ben);
        program.dispute(ben, _shown("a"), 0, "mine", "");
        _warpToLock();
        _expectNotReached("earned", 0, 15e6);
        _graduate(1);
        // Counted on before the dispute ends: what stands is added all the same.
        program.countProgress(ANA, address(usdc));
        program.closeDispute(_shown("a"));
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, 1, "sales");
        _graduate(1);
    }

    function test_WhenAllCriteriaAreMet() external {
        for (uint256 i = 0; i < 3; ++i) _earn(bytes32(i + 1));
        vm.prank(operator);
        program.attest(ANA, 70, "");
        vm.warp(START + 3 * uint256(PERIOD));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.TierChanged(ANA, 2, 4, "graduation");
        vm.prank(stranger);
        program.graduate(ANA, 2, address(usdc));
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tier, 0, "tier");
        vm.assertEq(partner.nextTier, 2, "next tier");
        vm.assertEq(partner.tierPeriod, 4, "period");
    }

    function _graduate(uint8 tier) private {
        program.graduate(ANA, tier, address(usdc));
    }

    function _expectNotReached(string memory criterion, uint256 found, uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotReached.selector, ANA, criterion, found, needed)
        );
    }

    function _alreadyReached(uint256 tier) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_AlreadyReached.selector, ANA, tier);
    }
}
