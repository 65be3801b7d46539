// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { LinesBase } from "../support/LinesBase.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Clauses, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { LineState, Refund, Remedy } from "../../../contracts/interfaces/Types.sol";
import { MAX_SUSPENSIONS, PER_LIFE, PER_YEAR } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";

/// @dev What went wrong with shares that are settled by steps, and with those that end or are bought out.
contract StandingLinesTest is LinesBase, AmendmentBase {
    uint256 private constant LINES = 5;
    uint256 private constant STEPS = 24;

    /// @dev Two programs of the same terms to which the same happens, and how often chance was asked.
    struct Run {
        IDeployedProgram late;
        IDeployedProgram early;
        uint256 seed;
        uint256 asked;
        uint256 paidIn;
        bytes32 lastSale;
    }

    /* CHUNKED DISTRIBUTION ROUNDS MINORITIES TO ZERO */

    /// @dev Of two equal programs one is settled at every step, in any pieces and order; the other once, years later. Holders
    /// and treasury have the same of both, to the unit, and both are empty at last.
    function test_AnySettlementByAnyStepsPaysTheSame(uint256 seed) external {
        Run memory run = _start(seed);
        for (uint256 i = 0; i < STEPS; ++i) {
            _happen(run, i);
            _settleSome(run);
            vm.warp(block.timestamp + _chance(run, 20 days));
        }
        _warpToPeriod(40);
        _settleWhole(run.late);
        _settleWhole(run.early);
        for (uint256 line = 0; line < LINES; ++line) {
            address holder = _holder(line);
            vm.assertEq(_has(run.early, holder), _has(run.late, holder), "a holder has another amount");
        }
        vm.assertEq(_has(run.early, treasury), _has(run.late, treasury), "the treasury has another amount");
        vm.assertEq(_reservesOf(run.early), _reservesOf(run.late), "reserve");
        _drain(run, run.late);
        _drain(run, run.early);
    }

    function _start(uint256 seed) private returns (Run memory run) {
        run.seed = seed;
        Terms memory terms = _fuzzedTerms(run);
        run.late = _create(terms);
        terms.name = "The other";
        run.early = _create(terms);
        _giveBoth(run);
        for (uint256 i = 0; i < 2; ++i) {
            program = i == 0 ? run.late : run.early;
            vm.prank(operator);
            program.fund(address(usdc), 1_000_000e6);
            uint256 reserve = uint256(keccak256(abi.encode(seed))) % 2_000e6;
            if (reserve == 0) continue;
            vm.startPrank(operator);
            program.addReserve(3, address(usdc), reserve);
            program.addReserve(4, address(usdc), reserve / 2 + 1);
            vm.stopPrank();
            run.paidIn += reserve + reserve / 2 + 1;
        }
        run.paidIn = run.paidIn / 2 + 1_000_000e6;
    }

    /// @dev A plain line that declines, and one each with a cap, a threshold, a minimum and a fee; all end in time.
    function _fuzzedTerms(Run memory run) private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.noticePeriods = 0;
        terms.holdPeriods = uint8(_chance(run, 3));
        terms.standing = new StandingLine[](LINES);
        for (uint256 i = 0; i < LINES; ++i) {
            terms.standing[i] = _line("line", _holder(i), uint24(_chance(run, 150_000)));
            terms.standing[i].kinds = uint16(1 + _chance(run, 7));
            terms.standing[i].starts = uint40(START + _chance(run, 40 days));
            terms.standing[i].ends = uint40(START + 200 days + _chance(run, 400 days));
        }
        terms.standing[0].rates = _three(90_000, 50_001, 7);
        terms.standing[1].clauses = _capped(_chance(run, 2) == 0 ? PER_YEAR : PER_LIFE, uint96(1 + _chance(run, 900)));
        terms.standing[2].clauses = _beyond(
            _chance(run, 2) == 0 ? PER_YEAR : PER_LIFE,
            uint96(1 + _chance(run, 9_000))
        );
        terms.standing[3].clauses = _guaranteed(0, uint96(1 + _chance(run, 500)));
        terms.standing[4].clauses = _guaranteed(uint96(1 + _chance(run, 300)), uint96(_chance(run, 500)));
        terms.standing[4].clauses.capPer = PER_LIFE;
        terms.standing[4].clauses.cap = _each(uint96(1 + _chance(run, 900)) * MICROS);
        terms.standing[4].clauses.buyout = 1_500_000;
    }

    function _reservesOf(IDeployedProgram which) private view returns (uint256 sum) {
        for (uint256 line = 0; line < LINES; ++line) {
            (uint256 reserve, ) = which.reserveOf(line, address(usdc));
            sum += reserve;
        }
    }

    /// @dev The same to both.
    function _happen(Run memory run, uint256 step) private {
        uint256 what = _chance(run, 8);
        uint256 amount = 1 + _chance(run, 5_000e6);
        uint256 line = _chance(run, LINES);
        if (what < 3) {
            run.paidIn += amount;
        } else if (what == 3) {
            run.lastSale = bytes32(step + 1);
        }
        uint8 kind = uint8(_chance(run, 3));
        for (uint256 i = 0; i < 2; ++i) {
            program = i == 0 ? run.late : run.early;
            if (what < 3) _payAsCustomer(kind, amount);
            else if (what == 3) _postElsewhere(bytes32(step + 1), kind, amount);
            else if (what == 4) _refundIfHeld(run.lastSale, bytes32(step + 1));
            else if (what == 5) _pauseOrResume(line);
            else if (what == 6) _endByBreachOrAgreement(line, amount);
            else _buyOut(line, amount);
        }
    }

    function _payAsCustomer(uint8 kind, uint256 amount) private {
        vm.prank(customer);
        program.pay(kind, address(usdc), amount);
    }

    function _postElsewhere(bytes32 id, uint8 kind, uint256 amount) private {
        Sale memory sale = _sale(id, amount, new Credit[](0));
        sale.kind = kind;
        _post(sale);
    }

    function _refundIfHeld(bytes32 sale, bytes32 id) private {
        if (sale == 0) return;
        Refund[] memory refunds = _refunds(id, sale, 1);
        vm.prank(attributor);
        try program.refund(refunds, 0) {} catch {}
    }

    function _pauseOrResume(uint256 line) private {
        vm.startPrank(arbiter);
        if (program.lineState(line).suspended) {
            try program.resumeLine(line) {} catch {}
        } else {
            _executeOrNotify(line, Remedy.Suspend);
        }
        vm.stopPrank();
    }

    /// @dev Does what notice was given of, where it is over, else gives notice of it.
    function _executeOrNotify(uint256 line, Remedy remedy) private {
        try program.executeNotice(line) {} catch {
            try program.giveNotice(line, remedy, "", "") {} catch {}
        }
    }

    function _endByBreachOrAgreement(uint256 line, uint256 amount) private {
        if (amount % 2 == 0) {
            vm.startPrank(arbiter);
            _executeOrNotify(line, Remedy.End);
            vm.stopPrank();
            return;
        }
        vm.prank(operator);
        try program.agreeExit(line, true) {} catch {}
        vm.prank(_holder(line));
        try program.agreeExit(line, true) {} catch {}
    }

    /// @dev Accepts what is on offer, or offers another price.
    function _buyOut(uint256 line, uint256 price) private {
        LineState memory state = program.lineState(line);
        if (state.price == 0 || price % 3 == 0) {
            vm.prank(operator);
            try program.offerBuyout(line, address(usdc), uint96(price)) {} catch {}
            return;
        }
        vm.prank(_holder(line));
        try program.acceptBuyout(line, address(usdc), state.price) {
            vm.assertGe(block.timestamp, state.priceFrom, "sold before the days were over");
        } catch {}
    }

    function _settleSome(Run memory run) private {
        uint256 before = _sumOf(run.early);
        uint256 reserve = _reservesOf(run.early);
        uint256 residual = run.early.residualEarnings(address(usdc), 2);
        if (_chance(run, 2) == 0) {
            vm.assertEq(run.early.claimResidual(address(usdc), 2), residual, "another residual than was told");
        } else {
            uint256 line = _chance(run, LINES);
            (, uint256 locked) = run.early.lineEarnings(line, address(usdc));
            vm.assertEq(run.early.settleLine(line, address(usdc)), locked, "another amount than was told");
        }
        vm.assertGe(_sumOf(run.early), before + reserve - _reservesOf(run.early), "the reserve was lost");
        _assertSolvent(run.early);
        _assertSolvent(run.late);
    }

    function _settleWhole(IDeployedProgram which) private {
        which.claimResidual(address(usdc), 1_000);
        for (uint256 line = 0; line < LINES; ++line) which.settleLine(line, address(usdc));
    }

    /// @dev Pays out all there is: what came in went to the holders and the treasury, and nothing is left.
    function _drain(Run memory run, IDeployedProgram which) private {
        for (uint256 line = 0; line < LINES; ++line) {
            if (which.lineState(line).price == 0) continue;
            vm.prank(operator);
            which.withdrawBuyout(line);
        }
        uint256 funds = which.solvency()[USDC].funds;
        vm.startPrank(operator);
        for (uint256 line = 0; line < LINES; ++line) {
            (uint256 left, ) = which.reserveOf(line, address(usdc));
            if (left > 0) which.withdrawReserve(line, address(usdc), left);
        }
        if (funds > 0) which.withdrawFunds(address(usdc), funds);
        vm.stopPrank();
        address[] memory parties = new address[](LINES + 1);
        for (uint256 line = 0; line < LINES; ++line) parties[line] = _holder(line);
        parties[LINES] = treasury;
        which.claimMany(parties, address(usdc));
        vm.assertEq(which.solvency()[USDC].owed, 0, "still owed");
        vm.assertEq(usdc.balanceOf(address(which)), 0, "stuck");
        // What was withdrawn is the treasury's, too.
        vm.assertEq(_sumOf(which), run.paidIn, "what came in went out");
    }

    function _sumOf(IDeployedProgram which) private view returns (uint256 sum) {
        for (uint256 line = 0; line < LINES; ++line) sum += _has(which, _holder(line));
        sum += _has(which, treasury);
    }

    function _has(IDeployedProgram which, address party) private view returns (uint256) {
        return which.account(party, address(usdc)).locked;
    }

    function _giveBoth(Run memory run) private {
        for (uint256 i = 0; i < 2; ++i) {
            program = i == 0 ? run.late : run.early;
            _give(operator, 2_000_000e6);
            _give(customer, 1_000_000e6);
        }
    }

    function _holder(uint256 line) private pure returns (address) {
        return address(uint160(0x1000 + line));
    }

    function _chance(Run memory run, uint256 below) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(run.seed, run.asked++))) % below;
    }

    /// @dev An amendment ends a line with a cap and adds one with a threshold and a fee that cuts a period in two: segments
    /// keep their places, and what was settled before, in the middle of a period too, is settled once.
    function test_AnAmendmentBetweenSettlementsPaysTheSame() external {
        Terms memory terms = _termsWith(10 * PERCENT, _capped(PER_LIFE, 250), 5 * PERCENT);
        terms.standing[1].starts = START + 10 days;
        program = _create(terms);
        terms.standing[LINE].ends = FROM;
        StandingLine memory added = _line("later", tech, 20 * PERCENT);
        added.starts = FROM + 7 days;
        added.clauses = _guaranteed(30, 0);
        added.clauses.thresholdPer = PER_LIFE;
        added.clauses.threshold = _each(500 * MICROS);
        _addLine(terms, added);
        _consent(tech, LINE, _propose(terms));
        uint256 before = vm.snapshotState();
        _payThroughTheAmendment(false);
        uint256 techHas = _techHas();
        uint256 treasuryHas = program.account(treasury, address(usdc)).locked;
        vm.revertToState(before);
        _payThroughTheAmendment(true);
        vm.assertEq(_techHas(), techHas, "the holder");
        vm.assertEq(program.account(treasury, address(usdc)).locked, treasuryHas, "the treasury");
        // 10 % of two periods, then 20 % of what is beyond 500 of 3,000, and the fee of the one period that began after.
        _assertUsdc(techHas, 200 + 500 + 30, "tech");
        _assertUsdc(program.settleLine(1, address(usdc)), 250, "moderators");
        _assertUsdc(techHas + treasuryHas + 250e6, 5_000, "all of it");
    }

    /// @dev 1,000 in each of four periods, and as much after the added line's start.
    function _payThroughTheAmendment(bool settling) private {
        for (uint256 period = 0; period < 4; ++period) {
            _warpToPeriod(period);
            if (settling) program.claimResidual(address(usdc), 1);
            vm.warp(block.timestamp + 9 days);
            if (period == 2 && settling) program.settleLine(LINE, address(usdc));
            if (period == 0) vm.warp(block.timestamp + 2 days);
            _earn(1_000);
        }
        vm.warp(FROM + PERIOD + 20 days);
        _earn(1_000);
        _warpToPeriod(5);
        _settleAll();
    }

    /* REVOKING DESTROYS WHAT WAS VESTED BUT UNCLAIMED */

    function test_ClaimThenEndIsEndThenClaim() external {
        _createWith(10 * PERCENT, _capped(PER_LIFE, 1_000));
        _earn(1_000);
        _warpToPeriod(2);
        uint256 before = vm.snapshotState();
        program.claimLine(LINE, address(usdc));
        _endByAgreement();
        _warpToPeriod(5);
        program.settleLine(LINE, address(usdc));
        uint256 claimedFirst = _techHas();
        vm.revertToState(before);
        _endByAgreement();
        _warpToPeriod(5);
        program.claimLine(LINE, address(usdc));
        vm.assertEq(_techHas(), claimedFirst, "the order changes nothing");
        _assertUsdc(claimedFirst, 100, "all that was earned");
    }

    function test_AnEndTakesEffectAtTheSecondOfThePeriod() external {
        Clauses memory none;
        _createWith(10 * PERCENT, none);
        _warpToPeriod(1);
        _endByAgreement();
        vm.warp(START + 2 * PERIOD - 1);
        _earn(100);
        vm.warp(START + 2 * PERIOD);
        _earn(100);
        _warpToPeriod(5);
        vm.assertEq(program.settleLine(LINE, address(usdc)), 10e6, "the last second and not the first");
    }

    /* POTS ARE KEPT APART */

    function test_AnOfferIsNeitherFundsNorReserve() external {
        _createWith(0, _guaranteed(300, 0));
        _fund(400e6);
        vm.startPrank(operator);
        program.offerBuyout(LINE, address(usdc), 400e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), 0, 1));
        program.withdrawFunds(address(usdc), 1);
        vm.stopPrank();
        _warpToPeriod(2);
        _settleAll();
        _assertUsdc(_progress().arrears, 300, "what is on offer pays no guarantee");
        vm.prank(tech);
        program.acceptBuyout(LINE, address(usdc), 400e6);
        _assertUsdc(program.claim(tech, address(usdc)), 400, "the price is there");
        _addReserve(300 + 300 + 300);
        _warpToPeriod(6);
        _settleAll();
        _assertUsdc(_techHas(), 400 + 900, "and what was guaranteed until the end");
        vm.assertEq(program.solvency()[USDC].owed, usdc.balanceOf(address(program)), "owed");
    }

    function test_TheOperatorCannotTakeTheResidualBeforeArrears() external {
        _createWith(0, _guaranteed(300, 0));
        _warpToPeriod(2);
        _settleAll();
        _earn(1_000);
        _fund(50e6);
        vm.startPrank(operator);
        program.withdrawFunds(address(usdc), 50e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 0, 1));
        program.withdrawReserve(LINE, address(usdc), 1);
        vm.stopPrank();
        _warpToPeriod(4);
        _assertUsdc(_settleAll(), 100, "of 1,000 two arrears and a fee are paid first");
        _assertUsdc(_techHas(), 900, "three periods");
    }

    /* LOOPS THAT GROW */

    /// @dev F8, G3: a thousand lines, each suspended as often as it can be, on all of 16 kinds.
    function test_F8_AThousandLinesAtTheCapOfSuspensionsFitATransaction() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](1_000);
        for (uint256 i = 0; i < 1_000; ++i) {
            terms.standing[i] = _line("h", operator, 100);
            terms.standing[i].kinds = type(uint16).max;
        }
        program = _create(terms);
        uint256 period = 0;
        for (uint256 round = 0; round < MAX_SUSPENSIONS; ++round) {
            vm.startPrank(arbiter);
            for (uint256 i = 0; i < 1_000; ++i) program.giveNotice(i, Remedy.Suspend, "", "");
            _warpToPeriod(++period);
            for (uint256 i = 0; i < 1_000; ++i) program.executeNotice(i);
            _warpToPeriod(++period);
            for (uint256 i = 0; i < 1_000; ++i) program.resumeLine(i);
            vm.stopPrank();
        }
        _warpToPeriod(++period);
        for (uint8 kind = 0; kind < 16; ++kind) _pay(kind, 1e6);
        _warpToPeriod(period + 2);
        program.claimResidual(address(usdc), period);
        _coldGas(1, 16 * (1e6 - 1_000 * 100));
    }

    function test_F8_NoLineIsSuspendedMoreOftenThanTheCap() external {
        Clauses memory none;
        program = _create(_termsWith(10 * PERCENT, none, 0));
        for (uint256 i = 0; i < MAX_SUSPENSIONS; ++i) {
            _suspend(LINE);
            vm.warp(block.timestamp + PERIOD);
            vm.prank(arbiter);
            program.resumeLine(LINE);
            vm.warp(block.timestamp + PERIOD);
        }
        vm.startPrank(arbiter);
        program.giveNotice(LINE, Remedy.Suspend, "", "");
        vm.warp(block.timestamp + PERIOD);
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_TooManySuspensions.selector, LINE, MAX_SUSPENSIONS)
        );
        program.executeNotice(LINE);
        program.withdrawNotice(LINE);
        program.giveNotice(LINE, Remedy.End, "", "");
        vm.warp(block.timestamp + PERIOD);
        program.executeNotice(LINE);
        vm.stopPrank();
    }

    /// @dev G1: a unit in every segment makes it little dearer to settle than nothing.
    function test_F8_DustMakesASegmentLittleDearer() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](400);
        for (uint256 i = 0; i < 400; ++i) {
            terms.standing[i] = _line("h", operator, 100 + uint24(i % 7));
            terms.standing[i].kinds = type(uint16).max;
        }
        program = _create(terms);
        _warpToPeriod(1);
        _pay(0, 1);
        _warpToPeriod(6);
        uint256 before = gasleft();
        program.claimResidual(address(usdc), 1);
        uint256 empty = before - gasleft();
        before = gasleft();
        program.claimResidual(address(usdc), 1);
        assertGas(before - gasleft(), 4 * empty, "a segment with a unit");
    }

    /// @dev Of the most work that there is, well within EIP-7825's cap.
    function _coldGas(uint256 segments, uint256 expected) private {
        uint256 before = gasleft();
        vm.assertEq(program.claimResidual(address(usdc), segments), expected, "residual");
        assertGas(before - gasleft(), 14_000_000, "gas of a segment");
    }

    function _suspend(uint256 line) private {
        vm.startPrank(arbiter);
        program.giveNotice(line, Remedy.Suspend, "", "");
        vm.warp(block.timestamp + PERIOD);
        program.executeNotice(line);
        vm.stopPrank();
    }

    function _endByAgreement() private {
        vm.prank(operator);
        program.agreeExit(LINE, true);
        vm.prank(tech);
        program.agreeExit(LINE, true);
    }
}
