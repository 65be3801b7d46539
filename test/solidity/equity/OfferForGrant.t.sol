// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, Offer, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityBuyouts } from "../../../contracts/interfaces/IEquityBuyouts.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { FeeToken } from "../../../contracts/mocks/FeeToken.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `offer`, `withdrawOffer` and `acceptOffer`.
contract OfferForGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.cliff = 0;
        _grant(terms);
        _grant(_vested(ben, 52_000));
        _receive(10_000e6);
        usdc.mint(operator, 1_000e6);
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
    }

    function test_RevertWhen_AnotherThanTheOperatorOffers() external {
        vm.expectRevert(_powerMissing(ana, PlanPower.Operator));
        vm.prank(ana);
        plan.offer(ANA, address(usdc), 1);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_UnknownCurrency.selector, stranger));
        _offer(ANA, stranger, 1, 0);
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(3));
        _offer(3, address(usdc), 1, 0);
    }

    function test_RevertWhen_ThePriceIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAmount.selector));
        _offer(ANA, address(usdc), 0, 0);
    }

    function test_RevertWhen_TheETHSentIsNotThePrice() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_WrongValue.selector, 4, 5));
        _offer(ANA, ETHER, 5, 4);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_WrongValue.selector, 1, 0));
        _offer(ANA, address(usdc), 5, 1);
    }

    function test_RevertWhen_NotAllOfATokenArrives() external {
        FeeToken token = FeeToken(_deploy("contracts/mocks/FeeToken.sol:FeeToken", abi.encode(500_000)));
        PlanSettings memory settings = _settings();
        settings.currencies[0] = address(token);
        plan = _create(settings);
        _grant(_vested(ana, 1));
        token.mint(operator, 100);
        vm.prank(operator);
        token.approve(address(plan), 100);
        vm.expectRevert(
            abi.encodeWithSelector(IEquityErrors.EquityPlan_TransferMismatch.selector, address(token), 100, 50)
        );
        _offer(ANA, address(token), 100, 0);
    }

    function test_RevertGiven_NothingIsLeft() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(START + HANDOVER);
        _accept(5e6);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingLeft.selector, ANA));
        _offer(ANA, address(usdc), 5e6, 0);
    }

    function test_RevertGiven_ALeaveTookAllUnits() external {
        NewGrant memory terms = _fourYears(cleo, 1);
        plan = _create(_withTriggers());
        uint256 id = _grant(terms);
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
        _offer(id, address(usdc), 5e6, 0);
        _dismiss(id, START + NOTICE);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingLeft.selector, id));
        vm.prank(cleo);
        plan.acceptOffer(id, address(usdc), 5e6);
    }

    function test_RevertWhen_WhoMayNotWithdraws() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.expectRevert(_notAllowed(arbiter));
        vm.prank(arbiter);
        plan.withdrawOffer(ANA);
    }

    function test_RevertWhen_NoneWaits() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector);
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.withdrawOffer(ANA);
        vm.expectRevert(expected);
        _accept(5e6);
    }

    function test_RevertWhen_AnotherThanTheHolderAccepts() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.expectRevert(_notAllowed(ben));
        vm.prank(ben);
        plan.acceptOffer(ANA, address(usdc), 5e6);
    }

    function test_RevertWhen_TheOfferIsAnother() external {
        _offer(ANA, address(usdc), 5e6, 0);
        bytes memory expected = abi.encodeWithSelector(
            IEquityErrors.EquityPlan_OtherOffer.selector,
            ANA,
            address(usdc),
            5e6
        );
        vm.expectRevert(expected);
        _accept(6e6);
        vm.expectRevert(expected);
        vm.prank(ana);
        plan.acceptOffer(ANA, ETHER, 5e6);
    }

    function test_RevertWhen_TheDelayIsNotOver() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(START + HANDOVER - 1);
        vm.expectRevert(_tooEarly(START + HANDOVER));
        _accept(5e6);
    }

    function test_RevertGiven_TheHolderRefusesThePayment() external {
        _offer(ANA, ETHER, 5, 5);
        vm.etch(ana, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        vm.warp(START + HANDOVER);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_PaymentFailed.selector, ana, 5));
        vm.prank(ana);
        plan.acceptOffer(ANA, ETHER, 5);
        vm.assertEq(_units(ANA), 48_000, "sale and payment are one");
    }

    function test_WhenTheOperatorOffers() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.Offered(ANA, address(usdc), 5e6, uint40(START + HANDOVER));
        vm.recordLogs();
        _offer(ANA, address(usdc), 5e6, 0);
        vm.assertEq(vm.getRecordedLogs().length, 2, "the transfer and the offer: none took its place");
        (, Offer memory offered) = plan.waitingFor(ANA);
        vm.assertEq(offered.price, 5e6, "price");
        vm.assertEq(_money().offered, 5e6, "set aside");
        vm.assertEq(plan.sync(address(usdc)), 0, "and never shared");
    }

    function test_WhenASingleUnitIsOffered() external {
        uint256 held = usdc.balanceOf(address(plan));
        _offer(ANA, address(usdc), 1, 0);
        vm.assertEq(usdc.balanceOf(address(plan)), held + 1, "moved");
        vm.assertEq(_money().offered, 1, "set aside");
    }

    function test_WhenAnotherOfferFollows() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(START + 1 days);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.OfferWithdrawn(ANA, address(usdc), 5e6);
        _offer(ANA, ETHER, 7, 7);
        (, Offer memory offered) = plan.waitingFor(ANA);
        vm.assertEq(offered.currency, ETHER, "in its place");
        vm.assertEq(offered.from, START + 1 days + HANDOVER, "with a delay of its own");
        vm.assertEq(_money().treasury, 5e6, "the treasury's");
    }

    function test_WhenItIsWithdrawn() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.prank(guardian);
        plan.withdrawOffer(ANA);
        vm.assertEq(_money().offered, 0, "not set aside");
        vm.assertEq(_money().treasury, 5e6, "the treasury's, whoever has the operator's key");
        vm.assertEq(plan.sync(address(usdc)), 0, "and never shared");
    }

    function test_WhenTheHolderAccepts() external {
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(_month(12));
        usdc.mint(address(plan), 1_000e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.BoughtOut(ANA, ana, address(usdc), 5e6, 48_000);
        _accept(5e6);
        vm.assertEq(usdc.balanceOf(ana), 5e6, "the price");
        vm.assertEq(_money().offered, 0, "no longer on offer");
        vm.assertEq(_earnings(ANA).owed, 1_320e6, "what vested units earned, of what had arrived, too");
        vm.assertEq(_units(ANA), 0, "sold");
        vm.assertEq(_outstanding(), 52_000, "back to the plan");
        vm.assertApproxEqAbs(_payable(BEN), 5_720e6 + 3_960e6, 2, "the rest is shared at once");
        vm.assertEq(_money().counted, usdc.balanceOf(address(plan)), "counted");
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 1_325e6, "in all");
    }

    function test_WhenETHIsAccepted() external {
        _receiveEther(100_000);
        _offer(ANA, ETHER, 77, 77);
        vm.warp(START + HANDOVER);
        vm.prank(ana);
        plan.acceptOffer(ANA, ETHER, 77);
        vm.assertEq(ana.balance, 77, "the price");
        vm.assertEq(plan.levelOf(ETHER).counted, 100_000, "nothing of it was shared");
    }

    function test_WhenTheTokenMovesLessThanThePrice() external {
        RoundingToken token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[0] = address(token);
        plan = _create(settings);
        _grant(_vested(ana, 1));
        token.mintShares(operator, 1_000, 2_500);
        token.mintShares(stranger, 1_000, 2_500);
        vm.prank(operator);
        token.approve(address(plan), 5);
        _offer(ANA, address(token), 5, 0);
        token.rebase(2_000);
        vm.warp(START + HANDOVER);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.BoughtOut(ANA, ana, address(token), 5, 1);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.PriceShort(ANA, address(token), 1);
        vm.prank(ana);
        plan.acceptOffer(ANA, address(token), 5);
        vm.assertEq(token.balanceOf(ana), 3, "one share of three and a half");
        vm.assertEq(
            plan.earningsOf(ANA, address(token)).owed,
            2 + 1,
            "the rest of the price, beside what the unit earned"
        );
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    function test_WhenUnitsThatWaitForAnExitAreSold() external {
        plan = _create(_withTriggers());
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.double = 1e6;
        _grant(terms);
        _grant(_vested(ben, 52_000));
        _receive(10_000e6);
        _dismiss(ANA, _month(24));
        vm.assertEq(plan.grantAt(ANA).contingent, 24_000, "wait");
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(_month(24) + HANDOVER);
        _accept(5e6);
        vm.assertEq(plan.grantAt(ANA).contingent, 0, "given up");
        vm.assertEq(_earnings(ANA).held, 0, "with their money");
        vm.assertEq(_outstanding(), 52_000, "all");
    }

    function test_WhenUnitsWhoseExitCameAreSold() external {
        plan = _create(_withTriggers());
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.double = 1e6;
        _grant(terms);
        _grant(_vested(ben, 52_000));
        _receive(10_000e6);
        _dismiss(ANA, _month(24));
        _exit(_month(26));
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(_month(27));
        _accept(5e6);
        vm.assertEq(_earnings(ANA).owed, 4_800e6, "all its money is owed");
    }

    function _withTriggers() private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.name = "Another";
    }

    function test_WhenWhatALeaverKeptIsSold() external {
        vm.warp(_month(6));
        plan.claim(ANA, address(usdc));
        _resign(ANA, _month(12));
        plan.claim(ANA, address(usdc));
        _receive(10_000e6);
        plan.claim(ANA, address(usdc));
        _offer(ANA, address(usdc), 5e6, 0);
        vm.warp(block.timestamp + HANDOVER);
        _accept(5e6);
        vm.assertTrue(usdc.balanceOf(ana) > 1_200e6, "paid before and after the leave");
        vm.assertEq(_earnings(ANA).paid, usdc.balanceOf(ana) - 5e6, "all of it is told");
    }

    function _offer(uint256 id, address currency, uint96 price, uint256 value) private {
        vm.deal(operator, value);
        vm.prank(operator);
        plan.offer{ value: value }(id, currency, price);
    }

    function _accept(uint96 price) private {
        vm.prank(ana);
        plan.acceptOffer(ANA, address(usdc), price);
    }
}
