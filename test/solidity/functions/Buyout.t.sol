// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramExits } from "../../../contracts/interfaces/IProgramExits.sol";
import { Clauses, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER, PER_LIFE } from "../../../contracts/libraries/Constants.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract BuyoutTest is LinesBase {
    function setUp() public override {
        super.setUp();
        Clauses memory clauses;
        clauses.buyout = 2_500_000;
        _createWith(10 * PERCENT, clauses, 5 * PERCENT);
        _fund(100_000e6);
    }

    /* OFFERING */

    function test_RevertWhen_OfferedByAnotherThanTheOperator() external {
        vm.expectRevert(_missing(tech, Power.Operator));
        vm.prank(tech);
        program.offerBuyout(LINE, address(usdc), 1);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        vm.prank(operator);
        program.offerBuyout(LINE, stranger, 1);
    }

    function test_RevertWhen_ItCouldBeAcceptedBeyondAllTimes() external {
        vm.warp(type(uint40).max - HANDOVER + 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, 1 << 40));
        _offer(1);
        vm.warp(type(uint40).max - HANDOVER);
        _offer(1);
        vm.assertEq(program.lineState(LINE).priceFrom, type(uint40).max, "the last of all");
    }

    function test_RevertWhen_TheFundsDoNotCoverThePrice() external {
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), 100_000e6, 100_000e6 + 1)
        );
        _offer(100_000e6 + 1);
    }

    function test_RevertWhen_TheTermsNameNoPrice() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "buyout"));
        vm.prank(operator);
        program.offerBuyout(1, address(usdc), 0);
    }

    function test_RevertWhen_TheDefaultPriceIsNothing() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        _offer(0);
    }

    function test_RevertGiven_TheLineToBuyWillEnd() external {
        _offer(400e6);
        vm.warp(block.timestamp + HANDOVER);
        _accept(400e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _offer(400e6);
    }

    function test_WhenAPriceIsOffered() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutOffered(LINE, address(usdc), 400e6, uint40(block.timestamp + HANDOVER));
        _offer(400e6);
        vm.assertEq(uint256(program.lineState(LINE).price), 400e6, "price");
        vm.assertEq(program.lineState(LINE).priceCurrency, address(usdc), "currency");
        vm.assertEq(uint256(program.lineState(LINE).priceFrom), block.timestamp + HANDOVER, "from");
        _assertUsdc(program.solvency()[USDC].funds, 99_600, "out of the funds");
        _assertUsdc(program.solvency()[USDC].owed, 100_000, "and still here");
    }

    function test_WhenAnotherPriceIsOffered() external {
        _offer(400e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutWithdrawn(LINE, address(usdc), 400e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutOffered(LINE, address(usdc), 100_000e6, uint40(block.timestamp + HANDOVER));
        _offer(100_000e6);
        vm.assertEq(program.solvency()[USDC].funds, 0, "the first is back");
    }

    function test_WhenTheDefaultPriceIsOffered() external {
        for (uint256 period = 0; period < 15; ++period) {
            _warpToPeriod(period);
            _earn(period < 2 ? 1_000_000 : 1_000);
            _pay(EXPANSION, 9);
        }
        _warpToPeriod(15);
        _offer(0);
        _assertUsdc(program.lineState(LINE).price, 2.5 * 12 * 100, "2.5 times periods 2 to 13");
    }

    function test_WhenTheDefaultPriceIsOfAYoungProgram() external {
        _earn(1_000);
        _warpToPeriod(2);
        _offer(0);
        _assertUsdc(program.lineState(LINE).price, 250, "2.5 times its only locked period");
    }

    function test_WhenTheDefaultPriceIsOfAConditionalLine() external {
        Clauses memory clauses = _guaranteed(10, 0);
        clauses.buyout = 2_500_000;
        clauses.capPer = PER_LIFE;
        clauses.cap = _each(400 * MICROS);
        _createWith(10 * PERCENT, clauses);
        _fund(100_000e6);
        for (uint256 period = 0; period < 16; ++period) {
            _warpToPeriod(period);
            if (period != 4) _earn(500);
        }
        _offerAfterSettling(0);
        _assertUsdc(program.lineState(LINE).price, 2.5 * (6 * 50 + 12 * 10), "capped, with fees, of 2 to 13");
    }

    function test_WhenTheDefaultPriceCountsArrears() external {
        Clauses memory clauses = _guaranteed(10, 0);
        clauses.buyout = 1_000_000;
        _createWith(0, clauses);
        _fund(100e6);
        _warpToPeriod(3);
        _offerAfterSettling(0);
        _assertUsdc(program.lineState(LINE).price, 20, "what it was guaranteed, paid or not");
    }

    /* WITHDRAWING */

    function test_RevertWhen_WithdrawnByNeitherOperatorNorGuardian() external {
        _offer(400e6);
        vm.expectRevert(_missing(tech, Power.Operator));
        vm.prank(tech);
        program.withdrawBuyout(LINE);
    }

    function test_RevertWhen_ThereIsNoOfferToWithdraw() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        vm.prank(operator);
        program.withdrawBuyout(LINE);
    }

    function test_WhenAnOfferIsWithdrawn() external {
        _offer(400e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutWithdrawn(LINE, address(usdc), 400e6);
        vm.prank(operator);
        program.withdrawBuyout(LINE);
        _assertUsdc(program.solvency()[USDC].funds, 100_000, "back in the funds");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _accept(400e6);
    }

    function test_WhenTheGuardianWithdrawsAnOffer() external {
        _offer(400e6);
        vm.warp(block.timestamp + HANDOVER);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutWithdrawn(LINE, address(usdc), 400e6);
        vm.prank(guardian);
        program.withdrawBuyout(LINE);
        _assertUsdc(program.solvency()[USDC].funds, 100_000, "back in the funds");
        vm.assertEq(uint256(program.lineState(LINE).priceFrom), 0, "no offer");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _accept(400e6);
    }

    function test_WhenAnOfferOfAnExpiredLineIsWithdrawn() external {
        Clauses memory none;
        Terms memory terms = _termsWith(10 * PERCENT, none, 0);
        terms.standing[LINE].ends = START + 2 * PERIOD;
        program = _create(terms);
        _fund(400e6);
        _offer(400e6);
        _warpToPeriod(1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _accept(400e6);
        vm.prank(operator);
        program.withdrawBuyout(LINE);
        _assertUsdc(program.solvency()[USDC].funds, 400, "nothing is stuck");
    }

    /* ACCEPTING */

    function test_RevertWhen_AcceptedByAnotherThanTheHolder() external {
        _offer(400e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, operator));
        vm.prank(operator);
        program.acceptBuyout(LINE, address(usdc), 400e6);
    }

    function test_RevertWhen_TheDaysOfTheOfferAreNotOver() external {
        uint256 from = block.timestamp + HANDOVER;
        _offer(400e6);
        vm.warp(from - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, from));
        _accept(400e6);
        // Another offer takes its days anew.
        _offer(500e6);
        vm.warp(from);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, from + HANDOVER - 1));
        _accept(500e6);
    }

    function test_RevertWhen_ThePriceIsAnother() external {
        _offer(400e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_OtherOffer.selector, LINE, address(usdc), 400e6));
        _accept(400e6 + 1);
    }

    function test_RevertWhen_ThePriceIsInAnotherCurrency() external {
        _fundEther(1 ether);
        vm.prank(operator);
        program.offerBuyout(LINE, ETHER, 400e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_OtherOffer.selector, LINE, ETHER, 400e6));
        _accept(400e6);
    }

    function test_WhenTheHolderAccepts() external {
        _earn(1_000);
        _offer(400e6);
        vm.warp(block.timestamp + HANDOVER);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutAccepted(LINE, tech, address(usdc), 400e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.LineEnded(LINE, uint40(START + PERIOD));
        _accept(400e6);
        _assertUsdc(program.claim(tech, address(usdc)), 400, "the price at once");
        _warpToPeriod(1);
        _earn(1_000);
        _warpToPeriod(3);
        _assertUsdc(program.claimLine(LINE, address(usdc)), 100, "what it had earned stays");
        _assertUsdc(_settleAll(), 1_800, "what it would have earned is residual");
        _assertUsdc(program.claimLine(1, address(usdc)), 100, "the other line");
        _assertUsdc(program.solvency()[USDC].owed, 99_600, "the funds are left");
    }

    function _offer(uint96 price) private {
        vm.prank(operator);
        program.offerBuyout(LINE, address(usdc), price);
    }

    function _offerAfterSettling(uint96 price) private {
        _settleAll();
        _offer(price);
    }

    function _accept(uint96 price) private {
        vm.prank(tech);
        program.acceptBuyout(LINE, address(usdc), price);
    }
}
