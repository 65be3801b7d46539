// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Bucket, Solvency, Statement } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

contract BooksTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        bytes memory expected = abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger);
        vm.expectRevert(expected);
        program.statement(ana, stranger, 0);
        vm.expectRevert(expected);
        program.account(ana, stranger);
        vm.expectRevert(expected);
        program.claimable(ana, stranger);
        vm.expectRevert(expected);
        program.lineEarnings(MODERATORS, stranger);
        vm.expectRevert(expected);
        program.residualEarnings(stranger, 1);
        vm.expectRevert(expected);
        program.bucketAt(stranger, INITIAL, START);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        program.lineEarnings(2, address(usdc));
    }

    function test_WhenTheProgramHasNotStarted() external {
        vm.warp(START - 1);
        vm.assertEq(program.claimable(ana, address(usdc)), 0, "claimable");
        _assertBooks(program.account(ana, address(usdc)), _books(0, 0, 0));
        _assertBooks(program.statement(ana, address(usdc), 1_000), _books(0, 0, 0));
        (uint256 held, uint256 locked) = program.lineEarnings(MODERATORS, address(usdc));
        vm.assertEq(held + locked, 0, "line");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
        program.currentPeriod();
    }

    function test_WhenAPartnersBooksAreRead() external {
        _fund(1_000e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _refund("r", "a", 20e6);
        _assertBooks(_statement(0), _books(12e6, 0, 0));
        _assertBooks(program.account(ana, address(usdc)), _books(12e6, 0, 0));
        vm.warp(START + 2 * uint256(PERIOD));
        _post(_sale("b", 200e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _assertBooks(_statement(0), _books(0, 12e6, 0));
        program.claim(ana, address(usdc));
        _assertBooks(_statement(0), _books(0, 12e6, 12e6));
        _assertBooks(_statement(1), _books(0, 0, 0));
        _assertBooks(_statement(2), _books(30e6, 0, 0));
        _assertBooks(program.account(ana, address(usdc)), _books(30e6, 12e6, 12e6));
        vm.warp(START + 4 * uint256(PERIOD));
        _assertBooks(program.account(ana, address(usdc)), _books(0, 42e6, 12e6));
    }

    function test_GivenPartOfTheBooksIsOld() external {
        _fund(1_000e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.warp(START + 300 * uint256(PERIOD));
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _assertBooks(program.account(ana, address(usdc)), _books(15e6, 15e6, 0));
        vm.warp(START + 301 * uint256(PERIOD));
        _post(_sale("c", 200e6, _credits(_credit(ANA, INTEGRATION, 1))));
        program.claim(ana, address(usdc));
        _assertBooks(program.account(ana, address(usdc)), _books(45e6, 15e6, 15e6));
        vm.warp(START + 302 * uint256(PERIOD));
        _assertBooks(program.account(ana, address(usdc)), _books(30e6, 30e6, 15e6));
        _assertBooks(program.account(ben, address(usdc)), _books(0, 0, 0));
    }

    function test_GivenTheProgramHoldsNothing() external {
        _useNoHold();
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _assertBooks(_statement(0), _books(0, 15e6, 0));
        program.claim(ana, address(usdc));
        _assertBooks(program.account(ana, address(usdc)), _books(0, 15e6, 15e6));
    }

    function test_WhenAPartyWithoutEnrollmentIsRead() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_sale("a", 100e6, new Credit[](0)));
        _refund("r", "a", 60e6);
        _assertBooks(program.account(customer, address(usdc)), _books(0, 60e6, 0));
        program.claim(customer, address(usdc));
        _refund("q", "a", 40e6);
        _assertBooks(program.account(customer, address(usdc)), _books(0, 100e6, 60e6));
    }

    function test_WhenAStandingLinesEarningsAreRead() external {
        _pay(INITIAL, 100e6);
        _assertLine(MODERATORS, 2e6, 0);
        vm.warp(START + 10 days);
        _pay(INITIAL, 100e6);
        _assertLine(MODERATORS, 4e6, 0);
        _assertLine(TECH, 30e6, 0);
        vm.warp(START + 2 * uint256(PERIOD));
        _pay(INITIAL, 100e6);
        _assertLine(MODERATORS, 2e6, 4e6);
        _assertLine(TECH, 30e6, 30e6);
        program.claimLine(TECH, address(usdc));
        _assertLine(TECH, 30e6, 0);
    }

    function test_WhenALineWithoutHoldIsRead() external {
        _useNoHold();
        _pay(INITIAL, 149);
        _assertLine(MODERATORS, 0, 2);
        program.claimLine(MODERATORS, address(usdc));
        _assertLine(MODERATORS, 0, 0);
        _pay(INITIAL, 1);
        _assertLine(MODERATORS, 0, 1);
        vm.warp(START + 4 * uint256(PERIOD));
        _assertLine(MODERATORS, 0, 1);
    }

    function test_WhenTheResidualIsRead() external {
        _pay(INITIAL, 100e6);
        vm.warp(START + 10 days);
        _pay(INITIAL, 100e6);
        vm.assertEq(program.residualEarnings(address(usdc), 9), 0, "held");
        _warpToLock();
        vm.assertEq(program.residualEarnings(address(usdc), 0), 0, "no segments");
        vm.assertEq(program.residualEarnings(address(usdc), 1), 0, "a part of the period");
        vm.assertEq(program.residualEarnings(address(usdc), 2), 166e6, "the period");
        program.claimResidual(address(usdc), 1);
        vm.assertEq(program.residualEarnings(address(usdc), 1), 166e6, "its other part");
    }

    function test_WhenSolvencyIsRead() external {
        _fund(5e6);
        usdc.mint(address(program), 1e6);
        Solvency[] memory all = program.solvency();
        vm.assertEq(all.length, 2, "currencies");
        vm.assertEq(all[ETH].currency, ETHER, "ETH");
        vm.assertEq(all[ETH].balance, 0, "ETH balance");
        vm.assertEq(all[USDC].currency, address(usdc), "USDC");
        vm.assertEq(all[USDC].balance, 6e6, "balance");
        vm.assertEq(all[USDC].owed, 5e6, "owed");
        vm.assertEq(all[USDC].funds, 5e6, "funds");
        vm.assertEq(all[USDC].uncounted, 1e6, "uncounted");
        Terms memory terms = _terms();
        terms.currencies[ETH] = address(0);
        all = _create(terms).solvency();
        vm.assertEq(all[ETH].currency, address(0), "no ETH");
    }

    function test_WhenPeriodsAreRead() external {
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        vm.assertEq(program.currentPeriod(), 1, "last second of a period");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(program.currentPeriod(), 2, "first second of a period");
        (uint256 starts, uint256 ends, uint256 locks) = program.periodTimes(2);
        vm.assertEq(starts, START + 2 * uint256(PERIOD), "starts");
        vm.assertEq(ends, START + 3 * uint256(PERIOD), "ends");
        vm.assertEq(locks, START + 4 * uint256(PERIOD), "locks");
        _useNoHold();
        (starts, ends, locks) = program.periodTimes(2);
        vm.assertEq(locks, starts, "locks as it begins");
    }

    function test_WhenABucketIsRead() external {
        _pay(INITIAL, 100);
        vm.warp(START + 10 days);
        _pay(INITIAL, 50);
        Bucket memory bucket = program.bucketAt(address(usdc), INITIAL, START + 10 days - 1);
        vm.assertEq(bucket.revenue, 100, "closed");
        vm.assertEq(bucket.until, START + 10 days, "until");
        bucket = program.bucketAt(address(usdc), INITIAL, START + 10 days);
        vm.assertEq(bucket.revenue, 50, "open");
        vm.assertEq(bucket.until, START + PERIOD, "until");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START + PERIOD).revenue, 0, "future");
    }

    function test_RevertWhen_ABucketOfAnUnknownKindIsRead() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3));
        program.bucketAt(address(usdc), 3, START);
    }

    function _useNoHold() private {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _enroll(program);
    }

    function _statement(uint256 period) private view returns (Statement memory) {
        return program.statement(ana, address(usdc), period);
    }

    function _books(uint256 held, uint256 locked, uint256 claimed) private pure returns (Statement memory) {
        return Statement(held + locked, held, locked, claimed, locked - claimed);
    }

    function _assertBooks(Statement memory found, Statement memory expected) private pure {
        vm.assertEq(found.net, expected.net, "net");
        vm.assertEq(found.held, expected.held, "held");
        vm.assertEq(found.locked, expected.locked, "locked");
        vm.assertEq(found.claimed, expected.claimed, "claimed");
        vm.assertEq(found.claimable, expected.claimable, "claimable");
    }

    function _assertLine(uint256 line, uint256 held, uint256 locked) private view {
        (uint256 foundHeld, uint256 foundLocked) = program.lineEarnings(line, address(usdc));
        vm.assertEq(foundHeld, held, "held");
        vm.assertEq(foundLocked, locked, "locked");
    }
}
