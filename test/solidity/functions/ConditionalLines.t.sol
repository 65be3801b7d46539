// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { Vm } from "../support/Vm.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { Clauses, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER, PER_LIFE, PER_YEAR } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";

contract ConditionalLinesTest is LinesBase {
    /* RATES BY THE YEAR */

    function test_GivenTheRateDeclinesFrom30To10() external {
        Clauses memory none;
        Terms memory terms = _termsWith(0, none, 0);
        terms.standing[LINE].rates = _three(30 * PERCENT, 20 * PERCENT, 10 * PERCENT);
        program = _create(terms);
        _earnByTheYear();
        vm.warp(START + 3 * 365 days + 3 * uint256(PERIOD));
        vm.assertEq(program.settleLine(LINE, address(usdc)), 60_000e6, "30,000, 20,000 and 10,000");
        _assertUsdc(_settleAll(), 240_000, "the residual");
    }

    function test_GivenTheRateDeclinesUnderACap() external {
        Terms memory terms = _termsWith(0, _capped(PER_YEAR, 25_000), 0);
        terms.standing[LINE].rates = _three(30 * PERCENT, 20 * PERCENT, 10 * PERCENT);
        program = _create(terms);
        _earnByTheYear();
        vm.warp(START + 3 * 365 days + 3 * uint256(PERIOD));
        vm.assertEq(program.settleLine(LINE, address(usdc)), 55_000e6, "25,000, 20,000 and 10,000");
    }

    /// @dev 100,000 in each of three years: a half on the first second, a half on the last.
    function _earnByTheYear() private {
        for (uint256 year = 0; year < 3; ++year) {
            vm.warp(START + year * 365 days);
            _earn(50_000);
            vm.warp(START + (year + 1) * 365 days - 1);
            _earn(50_000);
        }
    }

    /* CAPS */

    function test_GivenAnAnnualCapBinds() external {
        _createWith(10 * PERCENT, _capped(PER_YEAR, 50_000), 5 * PERCENT);
        _earn(499_999);
        _pay(RENEWAL, 1e6 - 7);
        _warpToPeriod(1);
        _earn(100_000);
        _warpToPeriod(3);
        vm.assertEq(program.residualEarnings(address(usdc), 10), 520_000e6 - 6, "view");
        vm.assertEq(_settleAll(), 520_000e6 - 6, "the rest is residual");
        vm.assertEq(program.claimLine(LINE, address(usdc)), 0, "settled before");
        _assertUsdc(usdc.balanceOf(tech), 50_000, "the cap to the unit");
        _assertUsdc(_progress().capped, 50_000, "capped");
        vm.assertEq(program.settleLine(1, address(usdc)), 30_000e6 - 1, "the other line");
        _assertEmpty();
    }

    function test_GivenTheCapsYearTurnsInsideAPeriod() external {
        _createWith(10 * PERCENT, _capped(PER_YEAR, 5_000));
        vm.warp(START + 365 days - 1);
        _earn(80_000);
        vm.warp(START + 365 days);
        vm.assertEq(program.currentPeriod(), 12, "the same period");
        _earn(30_000);
        _warpToPeriod(14);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 8_000e6, "5,000 and 3,000");
        _assertUsdc(_progress().capped, 3_000, "of the second year");
        vm.warp(START + 2 * 365 days + 2 * uint256(PERIOD));
        program.settleLine(LINE, address(usdc));
        vm.assertEq(_progress().capped, 0, "of the third year");
        _assertUsdc(program.claimable(treasury, address(usdc)), 102_000, "the rest");
    }

    function test_GivenALifetimeCapBinds() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 5_000));
        _earn(40_000);
        vm.warp(START + 400 days);
        _earn(40_000);
        vm.warp(START + 500 days);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 5_000e6, "4,000 and 1,000");
        _earn(40_000);
        vm.warp(START + 600 days);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 0, "nothing more");
        _assertUsdc(program.claimable(treasury, address(usdc)), 115_000, "the rest");
    }

    function test_GivenACapCountsInEachCurrency() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 5));
        _earn(40);
        vm.deal(customer, 100 ether);
        vm.prank(customer);
        program.pay{ value: 100 ether }(INITIAL, ETHER, 100 ether);
        _warpToLock();
        vm.assertEq(program.settleLine(LINE, address(usdc)), 4e6, "below it in USDC");
        vm.assertEq(program.settleLine(LINE, ETHER), 5 ether, "at it in ETH");
    }

    /* THRESHOLDS */

    function test_GivenAThresholdForLife() external {
        _createWith(10 * PERCENT, _beyond(PER_LIFE, 100_000));
        _earn(60_000);
        _warpToPeriod(1);
        _pay(RENEWAL, 60_000e6);
        _warpToPeriod(2);
        _earn(1_000);
        _warpToPeriod(4);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 2_100e6, "of 20,000 and 1,000");
        _assertUsdc(_progress().counted, 121_000, "counted");
        _assertUsdc(program.claimable(treasury, address(usdc)), 118_900, "the rest");
    }

    function test_GivenAThresholdByTheYear() external {
        _createWith(10 * PERCENT, _beyond(PER_YEAR, 100_000));
        _earn(130_000);
        vm.warp(START + 365 days);
        _earn(90_000);
        vm.warp(START + 366 days);
        _earn(30_000);
        _warpToPeriod(14);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 5_000e6, "of 30,000 and 20,000");
        _assertUsdc(_progress().counted, 120_000, "of the second year");
    }

    function test_GivenAThresholdAndACap() external {
        Clauses memory clauses = _beyond(PER_LIFE, 100_000);
        clauses.capPer = PER_LIFE;
        clauses.cap = _each(3_000 * MICROS);
        _createWith(10 * PERCENT, clauses);
        _earn(110_000);
        _warpToPeriod(1);
        _earn(110_000);
        _warpToPeriod(3);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 3_000e6, "1,000 and then to the cap");
    }

    function test_GivenTheLineStartsLater() external {
        Terms memory terms = _termsWith(10 * PERCENT, _beyond(PER_LIFE, 1_000), 0);
        terms.standing[LINE].starts = START + 10 days;
        terms.standing[LINE].ends = START + 20 days;
        program = _create(terms);
        _earn(5_000);
        vm.warp(START + 10 days);
        _earn(1_500);
        vm.warp(START + 20 days);
        _earn(5_000);
        _warpToPeriod(2);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 50e6, "of its own time alone");
        _assertUsdc(_progress().counted, 1_500, "counted");
    }

    /* FEES AND MINIMA */

    function test_GivenABaseFee() external {
        _createWith(12 * PERCENT, _guaranteed(300, 0));
        _fund(10_000e6);
        _addReserve(1_000);
        _post(_sale("a", 5_000e6, new Credit[](0)));
        _warpToPeriod(2);
        _assertUsdc(program.settleLine(LINE, address(usdc)), 900, "300 and 12 % of 5,000, and two fees more");
        _assertUsdc(_techHas(), 900, "of the first period");
    }

    function test_GivenABaseFeeAndARefund() external {
        _createWith(12 * PERCENT, _guaranteed(300, 0));
        _fund(10_000e6);
        _addReserve(1_000);
        _post(_sale("a", 5_000e6, new Credit[](0)));
        _refund("r", "a", 1_000e6);
        _warpToPeriod(2);
        _assertUsdc(program.settleLine(LINE, address(usdc)), 780, "300 and 12 % of 4,000");
        _assertUsdc(_reserveOf(LINE), 700, "the reserve gave the fee");
    }

    function test_GivenAGuaranteeOfTheSmallestUnit() external {
        Clauses memory clauses = _guaranteed(0, 0);
        clauses.fee = _only(USDC, 1);
        _createWith(0, clauses);
        _addReserve(1);
        _warpToPeriod(2);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 1, "the fee");
        (clauses.fee, clauses.minimum) = (_none(), _only(USDC, 1));
        _createWith(0, clauses);
        _addReserve(1);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 1, "the minimum");
    }

    function test_GivenTheFeeStartsInsideAPeriod() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), 0);
        terms.standing[LINE].starts = START + 1;
        terms.standing[LINE].ends = START + 2 * PERIOD + 1;
        program = _create(terms);
        _addReserve(10_000);
        _warpToPeriod(10);
        _assertUsdc(program.settleLine(LINE, address(usdc)), 600, "of two periods that began while it ran");
    }

    function test_GivenTheResidualPaysTheMinimum() external {
        _createWith(10 * PERCENT, _guaranteed(100, 500));
        _earn(1_000);
        _warpToPeriod(1);
        _earn(6_000);
        _warpToPeriod(2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.GuaranteesPaid(address(usdc), 0, 400e6, 0);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.LineSettled(LINE, tech, address(usdc), 500e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ResidualSettled(address(usdc), 500e6);
        _assertUsdc(_settleAll(), 500, "what it leaves");
        _warpToPeriod(3);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.GuaranteesPaid(address(usdc), 1, 100e6, 0);
        _assertUsdc(_settleAll(), 5_300, "600 and the fee are more than the minimum");
        _assertUsdc(_techHas(), 1_200, "the holder");
    }

    function test_GivenTheReservePaysWhatTheResidualDoesNot() external {
        _createWith(50 * PERCENT, _guaranteed(0, 500));
        _addReserve(1_000);
        _earn(300);
        _warpToPeriod(2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.GuaranteesPaid(address(usdc), 0, 150e6, 200e6);
        _assertUsdc(_settleAll(), 0, "nothing is left");
        _assertUsdc(_techHas(), 500, "the minimum");
        _assertUsdc(_reserveOf(LINE), 800, "the reserve");
        _assertSolvent(program);
    }

    function test_GivenNothingPaysTheMinimum() external {
        _createWith(50 * PERCENT, _guaranteed(0, 500));
        _addReserve(50);
        _earn(300);
        _warpToPeriod(2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ArrearsGrown(LINE, address(usdc), 150e6, 150e6);
        _settleAll();
        _assertUsdc(_techHas(), 350, "what there is");
        _assertUsdc(_progress().arrears, 150, "the rest waits");
    }

    function test_GivenNothingPaysALineThatEnds() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), 0);
        terms.standing[LINE].ends = START + PERIOD;
        program = _create(terms);
        _warpToPeriod(5);
        vm.recordLogs();
        _settleAll();
        uint256 grown = 0;
        uint256 paid = 0;
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == IProgramLines.ArrearsGrown.selector) ++grown;
            if (logs[i].topics[0] == IProgramLines.GuaranteesPaid.selector) ++paid;
        }
        vm.assertEq(grown, 1, "once, in its only period");
        vm.assertEq(paid, 0, "nothing was paid");
        _assertUsdc(_progress().arrears, 300, "it waits on");
        _earn(1_000);
        _warpToPeriod(7);
        _assertUsdc(_settleAll(), 700, "arrears of an ended line come first too");
    }

    function test_GivenThereAreArrears() external {
        _createWith(50 * PERCENT, _guaranteed(0, 500));
        _warpToPeriod(1);
        _earn(1_100);
        _warpToPeriod(3);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ArrearsGrown(LINE, address(usdc), 500e6, 500e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.GuaranteesPaid(address(usdc), 1, 500e6, 0);
        _assertUsdc(_settleAll(), 50, "arrears first, then the treasury");
        _assertUsdc(_techHas(), 1_050, "550 and the arrears");
        vm.assertEq(_progress().arrears, 0, "none is left");
    }

    function test_GivenTwoLinesAreGuaranteed() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), PERCENT);
        terms.standing[1].rates = _one(0);
        terms.standing[1].clauses = _guaranteed(400, 0);
        program = _create(terms);
        _warpToPeriod(1);
        _earn(1_200);
        _warpToPeriod(3);
        _settleAll();
        _assertUsdc(_techHas(), 600, "arrears of both come before what is due");
        _assertUsdc(program.claimable(moderators, address(usdc)), 600, "400, and 200 of 400");
        _assertUsdc(program.lineProgress(1, address(usdc)).arrears, 200, "the last waits");
    }

    function test_GivenTheReservesOfTwoLinesPay() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), PERCENT);
        terms.standing[1].clauses = _guaranteed(400, 0);
        program = _create(terms);
        _addReserveFor(LINE, 1_000);
        _addReserveFor(1, 1_000);
        _warpToPeriod(2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.GuaranteesPaid(address(usdc), 0, 0, 700e6);
        _settleAll();
        _assertUsdc(_reserveOf(LINE), 700, "of the first");
        _assertUsdc(_reserveOf(1), 600, "of the second");
    }

    function test_GivenALineIsGuaranteedNothing() external {
        _createWith(50 * PERCENT, _capped(PER_LIFE, 50));
        _earn(300);
        _warpToPeriod(2);
        vm.recordLogs();
        _settleAll();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            vm.assertTrue(logs[i].topics[0] != IProgramLines.ArrearsGrown.selector, "arrears");
            vm.assertTrue(logs[i].topics[0] != IProgramLines.GuaranteesPaid.selector, "guarantees");
        }
        _assertUsdc(_techHas(), 50, "the cap");
    }

    function test_GivenTheGuaranteeIsInAnotherCurrency() external {
        _createWith(0, _guaranteed(300, 0));
        vm.deal(customer, 1_000 ether);
        vm.prank(customer);
        program.pay{ value: 1_000 ether }(INITIAL, ETHER, 1_000 ether);
        _warpToLock();
        vm.assertEq(program.claimResidual(ETHER, 10), 1_000 ether, "untouched");
    }

    /* SETTLING */

    function test_GivenAPeriodIsHalfSettled() external {
        Terms memory terms = _termsWith(10 * PERCENT, _guaranteed(0, 500), 1);
        terms.standing[1].starts = START + 10 days;
        program = _create(terms);
        _earn(1_000);
        vm.warp(START + 10 days);
        _earn(1_000);
        _warpToPeriod(2);
        vm.assertEq(program.claimResidual(address(usdc), 1), 0, "it waits for the period's guarantees");
        _assertUsdc(_techHas(), 100, "the first segment");
        _assertUsdc(_progress().earned, 100, "kept");
        _assertSolvent(program);
        vm.assertEq(program.claimResidual(address(usdc), 1), 1_500e6 - 1e3, "the whole period's");
        _assertUsdc(_techHas(), 500, "the minimum");
        vm.assertEq(_progress().earned, 0, "a new period");
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _termsWith(10 * PERCENT, _capped(PER_LIFE, 50), 5 * PERCENT);
        terms.holdPeriods = 0;
        program = _create(terms);
        _earn(1_000);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 0, "its period has not ended");
        vm.assertEq(program.settleLine(1, address(usdc)), 50e6, "the other line does not wait");
        (uint256 held, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(held, 50, "held");
        vm.assertEq(locked, 0, "locked");
        _warpToPeriod(1);
        _assertUsdc(program.settleLine(LINE, address(usdc)), 50, "then it is settled");
        _assertUsdc(program.claimable(treasury, address(usdc)), 900, "the residual");
    }

    function test_WhenItsEarningsAreRead() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 250));
        for (uint256 period = 0; period < 3; ++period) {
            _warpToPeriod(period);
            _earn(1_000);
        }
        (uint256 held, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(locked, 100, "one period");
        _assertUsdc(held, 150, "the others, up to the cap");
        _assertUsdc(program.settleLine(LINE, address(usdc)), 100, "as it said");
        (held, locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(held, 150, "held");
        vm.assertEq(locked, 0, "settled");
    }

    function test_WhenTheTreasuryCannotBePaid() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 1));
        vm.etch(treasury, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        vm.deal(customer, 100 ether);
        vm.prank(customer);
        program.pay{ value: 100 ether }(INITIAL, ETHER, 100 ether);
        _warpToLock();
        program.claimResidual(ETHER, 10);
        program.claim(tech, ETHER);
        vm.assertEq(tech.balance, 1 ether, "the line is paid");
        vm.assertEq(program.claimable(treasury, ETHER), 99 ether, "the treasury is owed");
    }

    function test_WhenTheSilenceIsLongerThanOneCall() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 50));
        _warpToPeriod(100);
        _earn(1_000);
        _warpToPeriod(102);
        (uint256 held, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        vm.assertEq(held + locked, 0, "what is locked but further than one call is neither");
        vm.assertEq(program.settleLine(LINE, address(usdc)), 0, "64 segments");
        vm.assertEq(program.settleLine(LINE, address(usdc)), 50e6, "the rest");
    }

    function test_WhenTheSilenceIsAsLongAsOneCall() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 50));
        _warpToPeriod(63);
        _earn(1_000);
        _warpToPeriod(65);
        (, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        vm.assertEq(locked, 50e6, "seen");
        vm.assertEq(program.settleLine(LINE, address(usdc)), 50e6, "64 segments");
    }

    function test_Given32ConditionalAnd1000OtherLines() external {
        _createLarge(1_000);
        _payAllKinds();
        _warpToLock();
        uint256 before = gasleft();
        program.claimResidual(address(usdc), 1);
        assertGas(before - gasleft(), 8_000_000, "gas of a segment");
        _assertUsdc(program.claimable(address(2_031), address(usdc)), 2, "a capped line and its fee");
        _payAllKinds();
        _warpToPeriod(6);
        before = gasleft();
        program.settleLine(1_031, address(usdc));
        assertGas(before - gasleft(), 8_000_000, "gas of settling a line");
    }

    function test_GivenManySegmentsWaitOn16Kinds() external {
        _createLarge(0);
        for (uint256 period = 0; period < 64; ++period) {
            _warpToPeriod(period);
            _payAllKinds();
        }
        _warpToPeriod(66);
        uint256 calls = 0;
        for (uint256 settled = 1; settled > 0; ++calls) {
            uint256 before = gasleft();
            settled = program.settleLine(31, address(usdc));
            assertGas(before - gasleft(), 12_000_000, "gas of the most segments");
        }
        vm.assertLt(calls, 11, "calls");
        _assertUsdc(program.claimable(address(1_031), address(usdc)), 64 + 6, "64 fees, and the caps of six years");
    }

    /// @dev 32 lines with every clause behind others without, on 16 kinds.
    function _createLarge(uint160 others) private {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](others + 32);
        for (uint160 i = 0; i < others + 32; ++i) {
            terms.standing[i] = _line("h", address(i + 1_000), 100);
            terms.standing[i].kinds = type(uint16).max;
            if (i < others) continue;
            terms.standing[i].clauses = _guaranteed(1, 0);
            terms.standing[i].clauses.capPer = PER_YEAR;
            terms.standing[i].clauses.cap = _each(MICROS);
            terms.standing[i].clauses.thresholdPer = PER_YEAR;
            terms.standing[i].clauses.threshold = _each(MICROS);
            terms.standing[i].clauses.buyout = 1;
        }
        program = _create(terms);
    }

    function _payAllKinds() private {
        for (uint8 kind = 0; kind < 16; ++kind) _pay(kind, 1_000e6);
    }

    /// @dev Fails unless the program owes nothing once the holders and the treasury are paid.
    function _assertEmpty() private {
        address[] memory parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (tech, moderators, treasury);
        program.claimMany(parties, address(usdc));
        vm.assertEq(program.solvency()[USDC].owed, 0, "owed");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "balance");
    }
}
