// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { IProgramTiers } from "../../../contracts/interfaces/IProgramTiers.sol";
import { Graduation, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER, FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";
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
        program.addReserve{ value: 100 ether }(FOR_MILESTONES, ETHER, 100 ether);
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
        (uint256 other, ) = program.reserveOf(FOR_MILESTONES, ETHER);
        vm.assertEq(other, 100 ether, "the other reserve");
    }

    /// @dev M7: it is owed from then on, and nothing but paying it changes that.
    function test_F1_GivenTheReserveIsTooSmall() external {
        _reserve(50e6 - 1);
        _earnThree();
        _reach(THREE_SALES);
        vm.assertEq(program.milestonesOf(ANA), 1, "reached");
        (address currency, uint256 amount) = program.milestoneDue(ANA, THREE_SALES);
        vm.assertTrue(currency == address(usdc) && amount == 50e6, "owed");
        vm.assertEq(_claimable(ana), 45e6, "not paid");
        (uint256 left, uint256 missing) = program.reserveOf(FOR_MILESTONES, address(usdc));
        vm.assertTrue(left == 0 && missing == 1, "what it misses");
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 50e6 - 1, 50e6)
        );
        program.payMilestone(ANA, THREE_SALES);
        _reserve(1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.MilestonePaid(ANA, THREE_SALES, address(usdc), 50e6);
        vm.prank(stranger);
        program.payMilestone(ANA, THREE_SALES);
        vm.assertEq(_claimable(ana), 95e6, "paid");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        program.payMilestone(ANA, THREE_SALES);
        _assertSolvent(program);
    }

    /// @dev Whoever asks first: what comes in is for those that were reached first, each in whole.
    function test_F1_GivenOthersWereReachedBefore() external {
        _earnThree();
        _reach(THREE_SALES);
        _reach(THIRTY_EARNED);
        _reserve(5e6);
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 5e6, 55e6)
        );
        program.payMilestone(ANA, THIRTY_EARNED);
        _reserve(45e6);
        program.payMilestone(ANA, THREE_SALES);
        vm.expectPartialRevert(IProgramErrors.Program_ReserveTooSmall.selector);
        program.payMilestone(ANA, THIRTY_EARNED);
        _reserve(5e6);
        program.payMilestone(ANA, THIRTY_EARNED);
        vm.assertEq(_claimable(ana), 100e6, "both");
        _assertSolvent(program);
    }

    function test_RevertWhen_NothingIsOwedForIt() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        program.payMilestone(4, THREE_SALES);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        program.payMilestone(ANA, THREE_SALES);
        (address currency, uint256 amount) = program.milestoneDue(ANA, THREE_SALES);
        vm.assertTrue(currency == address(0) && amount == 0, "nothing is owed");
    }

    /* WITHDRAWING */

    /// @dev P9: the operator takes nothing that a partner has reached, taken down or not.
    function test_F1_GivenTheOperatorWithdrawsWhatBacksThem() external {
        _reserve(300e6);
        _earnThree();
        vm.startPrank(operator);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        program.withdrawReserve(FOR_MILESTONES, address(usdc), 300e6);
        program.announceWithdrawal(address(usdc), 300e6);
        vm.stopPrank();
        uint40 from = START + 4 * PERIOD;
        (uint96 announced, uint40 at) = program.announcedWithdrawal(address(usdc));
        vm.assertTrue(announced == 300e6 && at == from, "a whole period lies between");
        vm.warp(from - 1);
        _withdraws(300e6, abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, from));
        _reach(THREE_SALES);
        vm.warp(from);
        _withdraws(
            300e6,
            abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 250e6, 300e6)
        );
        _withdraws(300e6 + 1, abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        vm.warp(from + PERIOD);
        _withdraws(250e6, abi.encodeWithSelector(IProgramErrors.Program_TooLate.selector, from + PERIOD));
        vm.warp(from + PERIOD - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ReserveWithdrawn(FOR_MILESTONES, address(usdc), 250e6);
        vm.prank(operator);
        program.withdrawReserve(FOR_MILESTONES, address(usdc), 250e6);
        vm.assertEq(usdc.balanceOf(treasury), 250e6, "the rest");
        _withdraws(1, abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        // What is reached now is owed all the same.
        _reach(THIRTY_EARNED);
        (, uint256 missing) = program.reserveOf(FOR_MILESTONES, address(usdc));
        vm.assertEq(missing, 5e6, "missing");
        _assertSolvent(program);
    }

    function test_WhenAWithdrawalIsAnnouncedBeforeTheProgramBegins() external {
        vm.warp(START - 100 days);
        vm.prank(operator);
        program.announceWithdrawal(address(usdc), 1);
        (, uint40 from) = program.announcedWithdrawal(address(usdc));
        vm.assertEq(from, START + 2 * uint256(PERIOD), "a period of the program lies between");
    }

    function test_RevertWhen_AWithdrawalWouldBeBeyondAllTimes() external {
        Terms memory terms = _partnersTerms();
        terms.start = type(uint40).max - 2 * PERIOD + 1;
        program = _create(terms);
        vm.startPrank(operator);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, 1 << 40));
        program.announceWithdrawal(address(usdc), 1);
        --terms.start;
        vm.stopPrank();
        program = _create(terms);
        vm.prank(operator);
        program.announceWithdrawal(address(usdc), 1);
        (, uint40 from) = program.announcedWithdrawal(address(usdc));
        vm.assertEq(from, type(uint40).max, "the last of all");
    }

    function _withdraws(uint256 amount, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(operator);
        program.withdrawReserve(FOR_MILESTONES, address(usdc), amount);
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
        terms.graduations = new Graduation[](0);
        terms.milestones[THREE_SALES].pays = _only(USDC, 50e6);
        terms.milestones[THIRTY_EARNED].earned = _only(USDC, 30e6);
        terms.milestones[THIRTY_EARNED].pays = _only(USDC, 5e6);
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
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.MilestonePaid(ANA, THREE_SALES, address(usdc), 50e6);
        _reach(THREE_SALES);
        vm.assertEq(program.milestonesOf(ANA), 1, "milestones");
        (uint256 left, ) = program.reserveOf(FOR_MILESTONES, address(usdc));
        vm.assertEq(left, 20e6, "reserve");
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
