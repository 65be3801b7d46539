// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramTiers } from "../../../contracts/interfaces/IProgramTiers.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { TestToken } from "../../../contracts/mocks/TestToken.sol";

/// @dev 3 sales pay 50, 30 earned pay 5.
contract ReachMilestoneTest is PartnersBase {
    function test_RevertWhen_ThePartnerIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        program.reachMilestone(4, THREE_SALES, address(usdc));
    }

    function test_RevertWhen_TheMilestoneIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "milestone"));
        _reach(2);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        vm.prank(ana);
        program.reachMilestone(ANA, THREE_SALES, stranger);
    }

    function test_RevertGiven_TooLittleWasEarned() external {
        _reserve(100e6);
        _fund(200e6);
        _post(_sale("a", 199_999_999, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotReached.selector, ANA, "earned", 29_999_999, 30e6)
        );
        _reach(THIRTY_EARNED);
    }

    function test_RevertGiven_TooFewSales() external {
        _reserve(100e6);
        _earn("a");
        _earn("b");
        _warpToLock();
        _earn("c");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotReached.selector, ANA, "sales", 2, 3));
        _reach(THREE_SALES);
    }

    function test_RevertGiven_ThePartnerWasPaidIt() external {
        _reserve(100e6);
        vm.deal(operator, 100 ether);
        vm.prank(operator);
        program.addReserve{ value: 100 ether }(ETHER, 100 ether);
        _earnThree();
        _fundEther(3 ether);
        for (uint256 i = 0; i < 3; ++i) {
            _postIn(ETHER, _sale(bytes32(i + 9), 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        }
        _warpToLock();
        _reach(THREE_SALES);
        vm.expectRevert(_alreadyReached());
        _reach(THREE_SALES);
        vm.expectRevert(_alreadyReached());
        vm.prank(ana);
        program.reachMilestone(ANA, THREE_SALES, ETHER);
        vm.assertEq(program.reserveOf(ETHER), 100 ether, "the other reserve");
    }

    function test_RevertGiven_TheReserveIsTooSmall() external {
        _reserve(50e6 - 1);
        _earnThree();
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 50e6 - 1, 50e6)
        );
        _reach(THREE_SALES);
        _reserve(1);
        _reach(THREE_SALES);
    }

    function test_F5_RevertGiven_ItPaysNothingInTheCurrency() external {
        // Else a milestone of dollars would be reached by nothing of ETH, and used up for it.
        Terms memory terms = _partnersTerms();
        terms.milestones[THIRTY_EARNED].earned = _only(USDC, 30e6);
        terms.milestones[THIRTY_EARNED].pays = _only(USDC, 5e6);
        _use(terms);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "currency"));
        vm.prank(ana);
        program.reachMilestone(ANA, THIRTY_EARNED, ETHER);
        vm.assertEq(program.milestonesOf(ANA), 0, "not used up");
    }

    function test_RevertWhen_AnotherThanThePartnerCallsWhereThereAreSeveralCurrencies() external {
        _reserve(100e6);
        _earnThree();
        address[3] memory others = [operator, attributor, ben];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            vm.prank(others[i]);
            program.reachMilestone(ANA, THREE_SALES, address(usdc));
        }
    }

    function test_WhenAnyoneCallsInAProgramOfOneCurrency() external {
        Terms memory terms = _partnersTerms();
        terms.currencies[ETH] = address(0);
        _use(terms);
        _reserve(100e6);
        _earnThree();
        vm.prank(stranger);
        program.reachMilestone(ANA, THREE_SALES, address(usdc));
        vm.assertEq(_claimable(ana), 95e6, "claimable");
    }

    function test_GivenThePartnerIsSuspendedOrLeft() external {
        _reserve(100e6);
        _earnThree();
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "just before the milestone");
        _reach(THREE_SALES);
        vm.prank(ana);
        program.leaveProgram(ana, "");
        _reach(THIRTY_EARNED);
        vm.assertEq(_claimable(ana), 100e6, "claimable");
    }

    function test_GivenThePartnerMoved() external {
        _reserve(100e6);
        _earnThree();
        _move();
        vm.expectRevert(_notAllowed(ana));
        _reach(THREE_SALES);
        vm.prank(newWallet);
        program.reachMilestone(ANA, THREE_SALES, address(usdc));
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 95e6, "paid");
    }

    function test_WhenItIsReached() external {
        _reserve(70e6);
        _earnThree();
        uint256 owed = program.solvency()[USDC].owed;
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.MilestoneReached(ANA, THREE_SALES, address(usdc), 50e6);
        _reach(THREE_SALES);
        vm.assertEq(program.milestonesOf(ANA), 1, "milestones");
        vm.assertEq(program.reserveOf(address(usdc)), 20e6, "reserve");
        vm.assertEq(program.solvency()[USDC].owed, owed, "owed");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 95e6, "paid");
        _reach(THIRTY_EARNED);
        vm.assertEq(program.milestonesOf(ANA), 3, "both");
        _assertSolvent(program);
    }

    function _earnThree() private {
        for (uint256 i = 0; i < 3; ++i) _earn(bytes32(i + 1));
        _warpToLock();
    }

    function _reach(uint256 milestone) private {
        vm.prank(ana);
        program.reachMilestone(ANA, milestone, address(usdc));
    }

    function _alreadyReached() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_AlreadyReached.selector, ANA, THREE_SALES);
    }
}
