// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";
import { Vm } from "../support/Vm.sol";

contract ClaimResidualTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.claimResidual(stranger, 1);
    }

    function test_GivenNothingIsLocked() external {
        _pay(INITIAL, 100e6);
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        vm.recordLogs();
        vm.assertEq(program.claimResidual(address(usdc), 100), 0, "settled");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1, "events");
        vm.assertEq(logs[0].topics[0], IProgramLines.ResidualSettled.selector, "event");
        vm.assertEq(usdc.balanceOf(treasury), 0, "paid");
    }

    function test_GivenLinesOfAnyPlaceHaveEnded() external {
        Terms memory terms = _bareTerms();
        terms.standing = new StandingLine[](258);
        for (uint256 i = 0; i < 258; ++i) terms.standing[i] = _line("l", address(uint160(1_000 + i)), 1_000);
        program = _create(terms);
        uint256[4] memory ended = [uint256(1), 6, 256, 257];
        for (uint256 i = 0; i < ended.length; ++i) {
            vm.prank(operator);
            program.agreeExit(ended[i], true);
            vm.prank(address(uint160(1_000 + ended[i])));
            program.agreeExit(ended[i], true);
        }
        vm.warp(START + PERIOD);
        _pay(INITIAL, 1_000_000);
        vm.warp(START + 3 * uint256(PERIOD));
        vm.assertEq(program.claimResidual(address(usdc), 100), 746_000, "what 254 lines leave");
    }

    function test_GivenAPeriodIsLocked() external {
        _pay(INITIAL, 100e6);
        _warpToLock();
        vm.assertEq(program.residualEarnings(address(usdc), 100), 98e6, "view");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ResidualSettled(address(usdc), 98e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(treasury, address(usdc), 98e6);
        vm.prank(stranger);
        vm.assertEq(program.claimResidual(address(usdc), 100), 98e6, "answer");
        vm.assertEq(usdc.balanceOf(treasury), 98e6, "paid");
        vm.assertEq(program.claimResidual(address(usdc), 100), 0, "again");
        _assertSolvent(program);
    }

    function test_WhenFewerSegmentsAreAskedForThanAreLocked() external {
        _pay(INITIAL, 100e6);
        vm.warp(START + 10 days);
        _pay(INITIAL, 100e6);
        vm.warp(START + PERIOD);
        _pay(INITIAL, 100e6);
        _warpToLock();
        vm.assertEq(program.residualEarnings(address(usdc), 1), 0, "of a part of a period");
        vm.assertEq(program.claimResidual(address(usdc), 1), 0, "first segment");
        vm.assertEq(program.residualEarnings(address(usdc), 1), 166e6, "of its rest");
        vm.assertEq(program.claimResidual(address(usdc), 1), 166e6, "first period");
        vm.assertEq(program.claimResidual(address(usdc), 5), 68e6, "second period");
        vm.assertEq(usdc.balanceOf(treasury), 234e6, "paid");
        _assertSolvent(program);
    }

    function test_WhenNoSegmentsAreAskedFor() external {
        vm.etch(treasury, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        _payEther();
        _warpToLock();
        program.claimResidual(ETHER, 100);
        vm.etch(treasury, "");
        vm.assertEq(program.claimResidual(ETHER, 0), 0, "settled");
        vm.assertEq(treasury.balance, 0.98 ether, "paid");
    }

    function test_GivenSalesWerePaidElsewhere() external {
        _fund(100);
        _post(_sale("a", 49, new Credit[](0)));
        _post(_sale("b", 49, new Credit[](0)));
        _post(_sale("c", 1, new Credit[](0)));
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 3, "three roundings up");
        _warpToLock();
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 1, "one rounding down");
        vm.assertEq(program.claimResidual(address(usdc), 100), 2, "residual");
        _assertSolvent(program);
    }

    function test_GivenALineEarnsOnSomeKindsAlone() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].kinds = 1;
        program = _create(terms);
        _pay(INITIAL, 100e6);
        _pay(RENEWAL, 100e6);
        _warpToLock();
        vm.assertEq(program.claimResidual(address(usdc), 100), 198e6, "residual");
    }

    function test_Given1000LinesEarnOn16Kinds() external {
        Terms memory terms = _bareTerms();
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](1_000);
        for (uint160 i = 0; i < 1_000; ++i) {
            terms.standing[i] = _line("h", address(i + 1_000), 100);
            terms.standing[i].kinds = type(uint16).max;
        }
        program = _create(terms);
        for (uint8 kind = 0; kind < 16; ++kind) _pay(kind, 1e6);
        _warpToLock();
        uint256 before = gasleft();
        vm.assertEq(program.claimResidual(address(usdc), 1), 16 * 0.9e6, "settled");
        assertGas(before - gasleft(), 8_000_000, "gas");
        _assertSolvent(program);
    }

    function test_GivenTheTreasuryCannotBePaid() external {
        vm.etch(treasury, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        _payEther();
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(treasury, ETHER, 0.98 ether);
        program.claimResidual(ETHER, 100);
        vm.assertEq(program.claimable(treasury, ETHER), 0.98 ether, "owed");
        vm.assertEq(program.account(treasury, ETHER).claimed, 0, "claimed");
        _assertSolvent(program);
    }

    function _payEther() private {
        vm.deal(customer, 1 ether);
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
    }
}
